import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type TransactionSettings,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { type OrganizationConnection, wrapClient } from './connection.ts';

/** The setting that row-level security policies compare with. */
export const organizationSetting = 'stint.organization_id';

/** Which organization each open connection is set to. */
type OrganizationMemory = WeakMap<PoolClient, string>;

/** What the driver of one organization works on. */
export interface OrganizationDriverOptions {
  readonly pool: Pool;
  readonly memory: OrganizationMemory;
  /** Value of {@link organizationSetting} on every connection handed out. */
  readonly organization: string;
}

async function enter(client: PoolClient, { memory, organization }: OrganizationDriverOptions): Promise<void> {
  if (memory.get(client) === organization) return;
  try {
    memory.delete(client);
    await client.query('select set_config($1, $2, false)', [organizationSetting, organization]);
    memory.set(client, organization);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function beginStatement({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : '';
  return `begin${isolation}${accessMode ? ` ${accessMode}` : ''}`;
}

/** Kysely hands back the connections it got from `acquireConnection`. */
function own(connection: DatabaseConnection): OrganizationConnection {
  return connection as OrganizationConnection;
}

/**
 * A Kysely driver whose connections are set to one organization. Drivers of all organizations share one pool; the
 * setting is sent only when a connection comes from another organization. BEGIN is sent along with the first
 * statement of the transaction and costs no round trip of its own.
 */
export function organizationDriver(options: OrganizationDriverOptions): Driver {
  return {
    async init() {},
    async acquireConnection() {
      const client = await options.pool.connect();
      await enter(client, options);
      return wrapClient(client);
    },
    async beginTransaction(connection, settings) {
      own(connection).send(beginStatement(settings));
    },
    async commitTransaction(connection) {
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK.
      if ((await own(connection).run('commit')) === 'ROLLBACK') throw new AbortedTransactionError();
    },
    async rollbackTransaction(connection) {
      try {
        await connection.executeQuery(CompiledQuery.raw('rollback'));
      } catch (error) {
        own(connection).discard();
        throw error;
      }
    },
    async savepoint(connection, name) {
      await connection.executeQuery(CompiledQuery.raw(`savepoint ${quote(name)}`));
    },
    async rollbackToSavepoint(connection, name) {
      await connection.executeQuery(CompiledQuery.raw(`rollback to ${quote(name)}`));
    },
    async releaseSavepoint(connection, name) {
      await connection.executeQuery(CompiledQuery.raw(`release ${quote(name)}`));
    },
    async releaseConnection(connection) {
      own(connection).release();
    },
    // The pool belongs to the database, not to one organization's driver.
    async destroy() {},
  };
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
