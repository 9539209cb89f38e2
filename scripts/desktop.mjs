// npm run desktop [-- arguments]: builds the desktop app and starts it in Electron; where Electron's program cannot be had, in the lab.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './lib/installed.mjs';
import { node24 } from './lib/node24.mjs';
import { ensureDesktop } from './lib/pages.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const app = join(root, 'apps/desktop');

/** Whether Electron's program is there; it is fetched when it is not, which needs the internet. */
function hasElectron() {
  if (process.env.STINT_LAB === '1') return false;
  const folder = dirname(createRequire(join(app, 'package.json')).resolve('electron/package.json'));
  if (existsSync(join(folder, 'path.txt'))) return true;
  const fetched = spawnSync(node24(), [join(folder, 'install.js')], { stdio: 'ignore', timeout: 120_000 });
  return fetched.status === 0;
}

try {
  ensureInstalled();
  await ensureDesktop();
  const isReal = hasElectron();
  if (!isReal) console.log('Electron’s program cannot be had here; the app runs in the lab, on Chromium.');
  const lab = join(app, 'src/lab/bin');
  const env = { ...process.env, STINT_NODE: node24(), ...(!isReal && { ELECTRON_OVERRIDE_DIST_PATH: lab }) };
  const command = createRequire(join(app, 'package.json')).resolve('electron/cli.js');
  process.exitCode = await run(node24(), [command, app, ...process.argv.slice(2)], { env });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
