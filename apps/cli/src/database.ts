import { existsSync } from 'node:fs';
import {
  type ConnectionConfig,
  connectionFromUrl,
  connectToRunning,
  startEmbeddedPostgres,
} from '@stint/postgres';
import type { Environment } from '@stint/server/environment';
import { embeddedDirectory } from '@stint/server/location';
import { CommandError } from './faults.ts';

/** Whether a command may begin with a data directory that holds nothing yet. */
export type Beginning = 'existing' | 'new or existing';

/**
 * Works on the installation's database: that of `DATABASE_URL`, else the embedded one, beside the server that runs on
 * it or, when none does, with a PostgreSQL that is started for the time of `work`.
 * @throws CommandError when there is no database and one must exist.
 */
export async function withDatabase<Result>(
  environment: Environment,
  beginning: Beginning,
  work: (config: ConnectionConfig) => Promise<Result>,
): Promise<Result> {
  if (environment.databaseUrl !== null) return work(connectionFromUrl(environment.databaseUrl));
  const dataDirectory = embeddedDirectory(environment);
  if (beginning === 'existing' && !existsSync(dataDirectory)) {
    throw new CommandError(
      `There is no database in ${environment.dataDirectory}; name its folder with --data or STINT_DATA.`,
    );
  }
  const running = await connectToRunning(dataDirectory);
  if (running !== undefined) return work(running);
  const server = await startEmbeddedPostgres({ dataDirectory });
  try {
    return await work(server.connection);
  } finally {
    await server.stop();
  }
}
