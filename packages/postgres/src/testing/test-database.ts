import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { ConnectionConfig } from '../connection.ts';
import { connectionToUrl } from '../connection-url.ts';
import { readMigrations } from '../migrations/files.ts';
import { migrate } from '../migrations/migrate.ts';
import { ownerRole } from '../roles.ts';
import { asAdministrator } from './administrator.ts';
import { dropLeftovers } from './leftovers.ts';
import { sharedTestServer } from './server.ts';

/** A database of its own for one test file. */
export interface TestDatabase {
  /** Connects as the owner, like a production login. */
  readonly config: ConnectionConfig;
  /** The same as a `DATABASE_URL`. */
  readonly connectionString: string;
  /** Removes the database, also while connections are open. */
  drop(): Promise<void>;
}

function templateName(migrationsFolder: string): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(migrationsFolder)) hash.update(`${name} ${checksum}\n`);
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

async function exists(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  return rowCount === 1;
}

/** Makes the migrated template once; processes that need it meanwhile wait. */
async function ensureTemplate(
  client: Client,
  server: ConnectionConfig,
  template: string,
  migrationsFolder: string,
): Promise<void> {
  if (await exists(client, template)) return;
  await client.query(`select pg_advisory_lock(hashtext('test templates'))`);
  try {
    if (await exists(client, template)) return;
    await dropLeftovers(client);
    const draft = `draft_${randomUUID()}`;
    await client.query(`create database "${draft}" owner ${ownerRole}`);
    await migrate({ ...server, database: draft }, migrationsFolder);
    await client.query(`alter database "${draft}" rename to "${template}"`);
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('test templates'))`);
  }
}

/** Makes a migrated, empty database on the shared test server, as a copy of a template made once per schema. */
export async function testDatabase(migrationsFolder: string): Promise<TestDatabase> {
  const server = await sharedTestServer();
  const template = templateName(migrationsFolder);
  const database = `test_${randomUUID()}`;
  await asAdministrator(server, async (client) => {
    await ensureTemplate(client, server, template, migrationsFolder);
    await client.query(
      `create database "${database}" template "${template}" strategy file_copy owner ${ownerRole}`,
    );
  });
  const config = { ...server, database };
  return {
    config,
    connectionString: connectionToUrl(config),
    drop: () =>
      asAdministrator(server, async (client) => {
        await client.query(`drop database if exists "${database}" with (force)`);
      }),
  };
}
