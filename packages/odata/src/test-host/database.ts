import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionToUrl, startEmbeddedPostgres } from '@stint/postgres';

/** Where the shop's tables are. */
export interface HostDatabase {
  readonly connectionString: string;
  close(): Promise<void>;
}

/** A database of somebody else's: the test host replaces its schema `shop` and touches nothing else. */
export function givenDatabase(connectionString: string): HostDatabase {
  return { connectionString, close: async () => undefined };
}

/** A PostgreSQL server of the test host's own, gone when it is closed. */
export async function ownDatabase(): Promise<HostDatabase> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'odata-test-host-'));
  const server = await startEmbeddedPostgres({ dataDirectory });
  return {
    connectionString: connectionToUrl(server.connection),
    async close() {
      await server.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
