import { serve } from '@stint/server/serve';
import { environmentOf, type EnvironmentOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** Runs the server until SIGINT or SIGTERM, then stops it gracefully; a second signal ends the process at once. */
export async function serveUntilStopped(options: EnvironmentOptions, terminal: Terminal): Promise<void> {
  const serving = await serve(environmentOf(options, terminal));
  terminal.stdout.write(`Stint listens at ${serving.address}\n`);
  if (serving.signInLink !== null) {
    terminal.stdout.write(`Sign in once with ${serving.signInLink} (24 hours)\n`);
  }
  await signal();
  await serving.close();
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
