import { serve } from '@stint/server/serve';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Runs the server until SIGINT or SIGTERM, then stops it gracefully. Further signals change nothing: with Ctrl+C the
 * same signal comes from the terminal and from the program that started this one.
 */
export async function serveUntilStopped(options: EnvironmentOptions, terminal: Terminal): Promise<void> {
  const serving = await serve(environmentOf(options, terminal));
  terminal.stdout.write(`Stint listens at ${serving.address}\n`);
  if (serving.signInLink !== null) {
    terminal.stdout.write(`Sign in once with ${serving.signInLink} (24 hours)\n`);
  }
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  await serving.close();
}
