import { DatabaseError, Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientConfig, type ConnectionConfig } from '../connection.ts';
import { administratorRole, appRole, databaseName, ownerRole } from '../roles.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { socketPort } from './layout.ts';
import type { Postmaster } from './postmaster.ts';
import { isAlive } from './process-identity.ts';

/** How a role reaches a database of the embedded server. */
export function embeddedConnection(
  socketDirectory: string,
  user: string = ownerRole,
  database: string = databaseName,
): ConnectionConfig {
  return { host: socketDirectory, port: socketPort, user, database };
}

type Answer = 'ready' | 'not yet' | 'empty';

async function ask(config: ConnectionConfig): Promise<Answer> {
  const client = new Client(clientConfig(config));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    // 3D000: no such database; 28000: no such role. Both mean the first start was not finished.
    if (error instanceof DatabaseError && (error.code === '3D000' || error.code === '28000')) return 'empty';
    return 'not yet';
  } finally {
    await client.end();
  }
}

async function createRolesAndDatabase(socketDirectory: string): Promise<void> {
  const client = new Client(clientConfig(embeddedConnection(socketDirectory, administratorRole, 'postgres')));
  await client.connect();
  try {
    const role = async (name: string, rights: string) => {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
      if (rowCount === 0) await client.query(`create role ${name} ${rights}`);
    };
    await role(ownerRole, 'login');
    await role(appRole, 'nologin');
    await client.query(`grant ${appRole} to ${ownerRole}`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`);
    await client.query(`revoke connect, temporary on database ${databaseName} from public`);
  } finally {
    await client.end();
  }
}

/**
 * Waits until the server answers, and makes roles and database when they are missing. Recovery after a crash may take
 * long, so the only limit is that the server process lives.
 * @throws EmbeddedPostgresError with the server's own reason when it ends instead.
 */
export async function waitUntilReady(
  postmaster: Postmaster,
  failure: () => string,
): Promise<ConnectionConfig> {
  const config = embeddedConnection(postmaster.socketDirectory);
  for (;;) {
    const answer = await ask(config);
    if (answer === 'ready') return config;
    if (answer === 'empty') {
      await createRolesAndDatabase(postmaster.socketDirectory);
      return config;
    }
    if (!isAlive(postmaster.process)) {
      throw new EmbeddedPostgresError(`PostgreSQL did not start: ${failure()}`);
    }
    await sleep(15);
  }
}
