import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A new private data directory; the embedded server's account must be able to pass through it. */
export function newDataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'stint-kill-'));
  chmodSync(directory, 0o711);
  return directory;
}

/** The lines of `postmaster.pid` of the embedded PostgreSQL of a data directory. */
function postmaster(dataDirectory: string): { pid: number; socketDirectory: string } {
  const lines = readFileSync(join(dataDirectory, 'postgres', 'postgres', 'postmaster.pid'), 'utf8').split(
    '\n',
  );
  return { pid: Number(lines[0]), socketDirectory: lines[4] ?? '' };
}

/** Ends the embedded PostgreSQL of a data directory without giving it a chance to clean up. */
export function killPostgres(dataDirectory: string): void {
  process.kill(postmaster(dataDirectory).pid, 'SIGKILL');
}

/** Whether the embedded PostgreSQL of a data directory runs. */
export function isPostgresRunning(dataDirectory: string): boolean {
  try {
    process.kill(postmaster(dataDirectory).pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Connects to the embedded database as its owner, who sees every organization. */
export async function openDatabase(dataDirectory: string): Promise<Client> {
  const { socketDirectory } = postmaster(dataDirectory);
  const client = new Client({ host: socketDirectory, user: 'stint', database: 'stint', password: '' });
  await client.connect();
  return client;
}

/** Runs one statement as the owner of the embedded database. */
export async function query<Row>(dataDirectory: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = await openDatabase(dataDirectory);
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
