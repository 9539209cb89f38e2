// Puts together what is packed into the installers of the desktop app: its build, and the few packages that stay outside of it.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

/** Packages that the main process loads when it runs; vite.main.config.ts leaves them out of the bundle. */
const OUTSIDE = ['dbus-next', '@microsoft/signalr'];

/**
 * Makes the folder that is packed. `releaseKey` is the file of the public half of the key that releases are signed with; without it the
 * packed app never updates itself.
 */
export function stageDesktop(folder, releaseKey = null) {
  const app = join(root, 'apps/desktop');
  const { name, version, description, license, main } = readJson(join(app, 'package.json'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['main', 'page'])
    cpSync(join(app, 'dist', part), join(folder, 'dist', part), { recursive: true });
  if (releaseKey !== null) cpSync(releaseKey, join(folder, 'dist/main/release-key.pem'));
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const packages = closure(OUTSIDE, root);
  for (const path of packages)
    cpSync(path, join(folder, relative(root, path)), { recursive: true, filter: isOwn(path) });
  const dependencies = Object.fromEntries(
    OUTSIDE.map((each) => [each, readJson(join(root, 'node_modules', each, 'package.json')).version]),
  );
  const manifest = {
    name: name.replace('@stint/', 'stint-'),
    version,
    description,
    license,
    type: 'module',
    main,
    // By this name desktops of Linux know whose the windows are.
    desktopName: 'stint.desktop',
    dependencies,
  };
  const more = { author: 'The people of Stint', homepage: 'https://github.com/stint/stint' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, ...more }, null, 2)}\n`);
}

/** The folders of packages and of all that they need, found as Node finds them. */
function closure(names, from, found = new Set()) {
  for (const name of names) {
    const path = resolve(name, from);
    // What is optional may not be there.
    if (path === null || found.has(path)) continue;
    found.add(path);
    const { dependencies = {} } = readJson(join(path, 'package.json'));
    closure(Object.keys(dependencies), path, found);
  }
  return found;
}

function resolve(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return path;
    if (folder === root || folder === dirname(folder)) return null;
  }
}

/** Packages within a package are copied by themselves, where they are needed. */
function isOwn(path) {
  return (source) => !relative(path, source).split(/[\\/]/).includes('node_modules');
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
