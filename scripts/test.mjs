// npm test [-- --checks] [vitest filters]: installs what the tests need, runs them all, ends with "N passed, N failed".
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { ensureDesktop, ensurePages } from './lib/pages.mjs';
import { runTests } from './lib/vitest.mjs';

const args = process.argv.slice(2);
const filters = args.filter((each) => each !== '--checks');
const isLanding = args.includes('--checks');
// What lands is tried with the same values each time, so that a commit that passed passes again.
const env = isLanding ? { STINT_SEED: '1', ...process.env } : process.env;

try {
  ensureInstalled();
  ensureDebianPackages({
    chromium: 'chromium',
    Xvfb: 'xvfb',
    openbox: 'openbox',
    'dbus-daemon': 'dbus-daemon',
    xdotool: 'xdotool',
    wmctrl: 'wmctrl',
    xprop: 'x11-utils',
    python3: 'python3',
    curl: 'curl',
    xmllint: 'libxml2-utils',
    'redis-server': 'redis-server',
  });
  await ensurePages();
  await ensureDesktop();
  const { check } = await import('./check.mjs');
  const checks = isLanding ? await check() : { passed: 0, failed: 0 };
  const tests = await runTests(filters, env);
  console.log(`${checks.passed + tests.passed} passed, ${checks.failed + tests.failed} failed`);
  process.exitCode = checks.failed + tests.failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
