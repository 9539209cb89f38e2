// Builds the web app when its sources are newer than the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from './node24.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/build',
  'apps/web/index.html',
  'apps/web/package.json',
  'apps/web/vite.config.ts',
  'packages/ui/src',
  'packages/client/src',
  'packages/contract/src',
  'packages/domain/src',
  'package-lock.json',
];
const dist = join(root, 'apps/web/dist');
const stamp = join(dist, '.sources');

/** Makes `apps/web/dist` match the sources; does nothing when it already does. */
export async function ensurePages() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building the pages (once) …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const code = await run(node24(), [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') });
  if (code !== 0) throw new Error('The pages could not be built; see the message above.');
  writeFileSync(stamp, now);
}

/** Names, sizes and times of all source files. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources)
    visit(join(root, source), (path, { size, mtimeMs }) => hash.update(`${path} ${size} ${mtimeMs}\n`));
  return hash.digest('hex');
}

function visit(path, tell) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name), tell);
  else tell(path, found);
}
