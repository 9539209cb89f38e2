// npm run desktop:package [-- --linux deb | --stage FOLDER]: builds the desktop app and makes installers of it,
// in apps/desktop/dist/installers; or only puts what is packed into a folder.
// STINT_RELEASE_KEY names the file of the public half of the key that releases are signed with.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stageDesktop } from './lib/desktop-package.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { ensureDesktop } from './lib/pages.mjs';
import { root } from './lib/root.mjs';

/** Fetched when it is needed: what makes installers is needed by nobody else, and is larger than all the rest. */
const PACKAGER = 'electron-builder@26.17.0';

try {
  ensureInstalled();
  await ensureDesktop();
  const app = join(root, 'apps/desktop');
  const key = process.env.STINT_RELEASE_KEY ?? null;
  if (key === null) console.log('STINT_RELEASE_KEY is not set: this app will not update itself.');
  const [stage, folder] = process.argv.slice(2);
  if (stage === '--stage' && folder) {
    stageDesktop(folder, key);
    process.exit(0);
  }
  stageDesktop(join(app, 'dist/app'), key);
  const args = [
    'exec',
    '--yes',
    '--',
    PACKAGER,
    '--config',
    'electron-builder.json',
    ...process.argv.slice(2),
  ];
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: app, stdio: 'inherit', shell: isWindows });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
