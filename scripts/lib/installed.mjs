// Installs the npm packages of the lock file when they are not there yet.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';

const stamp = join(root, 'node_modules', '.stint-lock');

/**
 * Makes `node_modules` match `package-lock.json`; does nothing when it already does. What only developing needs is left
 * out with `toServe`, which makes the first start much shorter.
 *
 * Not `npm ci`: it insists on lock entries for the optional packages of every platform, which npm leaves out of a lock
 * file where a registry does not carry them.
 */
export function ensureInstalled({ toServe = false } = {}) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (found[0] === lock && (toServe || found[1] === 'all')) return;
  console.log('Installing packages (once) …');
  const part = toServe
    ? ['--omit=dev', '--workspace=apps/cli', '--workspace=apps/web', '--include-workspace-root']
    : [];
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  const npm = spawnSync('npm', ['install', ...quiet, ...part], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm could not install the packages; see its message above.');
  writeFileSync(stamp, `${lock} ${toServe ? 'serve' : 'all'}`);
}
