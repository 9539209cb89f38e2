// Installs Debian packages that tests need, where the machine lacks them and this user may.
import { spawnSync } from 'node:child_process';

/** `programs` names for each program the Debian package that holds it. Throws with the command to run when it can't be installed. */
export function ensureDebianPackages(programs) {
  const missing = Object.entries(programs).filter(([program]) => spawnSync('which', [program]).status !== 0);
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  console.log(`Installing ${packages.join(', ')} for the tests …`);
  const command = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`;
  const done = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0)
    throw new Error(
      `The tests need ${packages.join(', ')}; install it, on Debian with: apt-get install ${packages.join(' ')}`,
    );
}
