import { fileURLToPath } from 'node:url';
import { freePort, type Program, startProgram } from './program.ts';

/** Starts an anchor, a program, on a database that is given by its address. */
export async function startAnchor(file: URL, databaseUrl: string): Promise<Program> {
  const port = await freePort();
  return startProgram({
    command: process.execPath,
    args: [fileURLToPath(file)],
    port,
    env: { ANCHOR_PORT: String(port), DATABASE_URL: databaseUrl },
  });
}
