import { join } from 'node:path';
import { freePort, type Program, startProgram } from './program.ts';
import { root } from './root.ts';

/** Starts `stint serve` with quotas off and nothing in the log but errors. */
export async function startStint(env: Record<string, string>): Promise<Program> {
  const port = await freePort();
  return startProgram({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(root, 'apps/cli/src/main.ts'), 'serve'],
    port,
    env: { STINT_PORT: String(port), STINT_QUOTA: 'off', STINT_LOG: 'error', ...env },
  });
}
