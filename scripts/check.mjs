// npm run check: format, lint, types, unused code, boundaries. Prints "N passed, N failed" at the end.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/installed.mjs';
import { node24 } from './lib/node24.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const bin = (path) => `${root}/node_modules/${path}`;
const checks = [
  ['format', bin('@biomejs/biome/bin/biome'), 'format', '.'],
  ['lint', bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['types', bin('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  ['types of the journeys', bin('typescript/bin/tsc'), '-p', 'e2e/tsconfig.json'],
  ['types of the pages', bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json'],
  ['types of the desktop’s page', bin('typescript/bin/tsc'), '-p', 'apps/desktop/tsconfig.json'],
  ['unused code', bin('knip/bin/knip.js')],
  ['boundaries', `${root}/scripts/boundaries.mjs`],
];

/** Runs every check; resolves to how many passed and failed. */
export async function check() {
  const result = { passed: 0, failed: 0 };
  for (const [name, ...command] of checks) {
    const code = await run(node24(), command, { cwd: root });
    console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
    result[code === 0 ? 'passed' : 'failed'] += 1;
  }
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
