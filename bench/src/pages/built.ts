import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../processes/root.ts';

/** Builds the pages, unless they are as their sources are. */
export function buildPages(): void {
  const module = pathToFileURL(join(root, 'scripts/lib/pages.mjs')).href;
  const program = `const { ensurePages } = await import(${JSON.stringify(module)}); await ensurePages();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' });
}
