// Builds pages and bundles when their sources are newer than the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from './node24.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const shared = [
  'packages/ui/build',
  'packages/ui/src',
  'packages/client/src',
  'packages/contract/src',
  'packages/domain/src',
  'package-lock.json',
];

/** Makes `apps/web/dist` match the sources; does nothing when it already does. */
export function ensurePages() {
  return ensureBuilt(
    'the pages',
    'apps/web',
    ['src', 'public', 'build', 'index.html', 'package.json'],
    ['vite.config.ts'],
  );
}

/** The same for `apps/desktop/dist`: page, main process and preload script. */
export function ensureDesktop() {
  const configs = ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.page.config.ts'];
  return ensureBuilt('the desktop app', 'apps/desktop', ['src', 'resources', 'package.json'], configs);
}

async function ensureBuilt(what, folder, sources, configs) {
  const stamp = join(root, folder, 'dist/.sources');
  const now = fingerprint([...[...sources, ...configs].map((each) => `${folder}/${each}`), ...shared]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log(`Building ${what} (once) …`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const config of configs) {
    const args = [vite, 'build', '--config', config, '--logLevel', 'warn'];
    const code = await run(node24(), args, { cwd: join(root, folder) });
    if (code !== 0) throw new Error(`${folder} could not be built; see the message above.`);
  }
  writeFileSync(stamp, now);
}

/** Names, sizes and times of all source files. */
function fingerprint(sources) {
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
