// npm test [-- --checks] [vitest filters]: installs what the tests need, runs them all, ends with "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureInstalled } from './lib/installed.mjs';
import { node24 } from './lib/node24.mjs';
import { ensureDesktop, ensurePages } from './lib/pages.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const args = process.argv.slice(2);
const filters = args.filter((each) => each !== '--checks');
const report = join(root, '.cache/tests.json');

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
  const checks = args.includes('--checks') ? await check() : { passed: 0, failed: 0 };
  const tests = await vitest();
  console.log(`${checks.passed + tests.passed} passed, ${checks.failed + tests.failed} failed`);
  process.exitCode = checks.failed + tests.failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Runs the tests; a run that ends badly without a failed test (a crash, no test found) counts as one failure. */
async function vitest() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(
    node24(),
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...filters],
    { cwd: root },
  );
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const failed = result.numFailedTests ?? 0;
  return { passed: result.numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
}
