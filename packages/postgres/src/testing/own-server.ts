import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/start.ts';
import { silentLog, type Log } from '../log.ts';

/** A private embedded server for tests that kill it. */
export interface OwnTestServer extends EmbeddedPostgres {
  readonly dataDirectory: string;
  /** Stops the server and removes its files. */
  remove(): Promise<void>;
}

/** Starts a server with production settings on a temporary directory. */
export async function ownTestServer(log: Log = silentLog): Promise<OwnTestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'stint-test-'));
  const server = await startEmbeddedPostgres({ dataDirectory, log });
  return {
    ...server,
    dataDirectory,
    async remove() {
      await server.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
