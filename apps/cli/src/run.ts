import { CommanderError } from 'commander';
import { exitCode, faultLine } from './faults.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs one command; resolves to the exit code: 0, 1 for a failure, 2 for a wrong command line or configuration. A
 * failure is told in one line on `stderr`.
 * @param args without the names of the program itself
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has told its own errors already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.stderr.write(`${faultLine(error)}\n`);
    return exitCode(error);
  }
}
