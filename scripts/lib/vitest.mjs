// Runs the tests and counts them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { node24 } from './node24.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** Files that drive a browser on the machine's own clock, whose failure on a busy machine says little. */
const DRIVES_A_BROWSER = /^(e2e\/src\/journeys|apps\/desktop\/src\/(lab|ui))\//;
/** More failed files than these are no accident. */
const MOST_AGAIN = 3;

/**
 * Runs the tests that match the filters (all without one) and resolves to `{ passed, failed }`, counts of tests. When nothing failed but a
 * few files that drive a browser, these run once more by themselves: what fails again has failed, what passes is named as unsteady.
 */
export async function runTests(filters, env) {
  const { passed, failed, failedFiles } = await vitest(filters, env);
  const again = failedFiles.map(({ file }) => file);
  const mayBeAccident = again.every((file) => DRIVES_A_BROWSER.test(file)) && again.length <= MOST_AGAIN;
  if (again.length === 0 || !mayBeAccident) return { passed, failed };
  const second = await vitest(again, env);
  for (const { file, failures } of failedFiles)
    if (!second.failedFiles.some((each) => each.file === file))
      console.log(`unsteady: ${file} failed and passed when run again\n  ${failures.join('\n  ')}`);
  const passedBefore = passed - sum(failedFiles.map((each) => each.passed));
  return { passed: passedBefore + second.passed, failed: second.failed };
}

/** One run; one that ends badly without a failed test (a crash, no test found) counts as one failure. */
async function vitest(filters, env) {
  const report = join(root, '.cache/tests.json');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(
    node24(),
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...filters],
    { cwd: root, env },
  );
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const failed = result.numFailedTests ?? 0;
  const failedFiles = (result.testResults ?? []).filter(({ status }) => status === 'failed').map(failedFile);
  return {
    passed: result.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    failedFiles,
  };
}

function failedFile({ name, assertionResults }) {
  const named = (status) => assertionResults.filter((each) => each.status === status);
  return {
    file: relative(root, name),
    passed: named('passed').length,
    failures: named('failed').map(({ fullName }) => fullName),
  };
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
