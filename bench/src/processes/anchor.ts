import { fileURLToPath } from 'node:url';
import { freePort, type Program, startProgram } from './program.ts';

/** Starts the anchor on a database, given by its address. */
export async function startAnchor(databaseUrl: string): Promise<Program> {
  const port = await freePort();
  const file = fileURLToPath(new URL('../anchor/main.ts', import.meta.url));
  return startProgram({
    command: process.execPath,
    args: [file],
    port,
    env: { ANCHOR_PORT: String(port), DATABASE_URL: databaseUrl },
  });
}
