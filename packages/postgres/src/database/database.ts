import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { PoolClient } from 'pg';
import type { ConnectionConfig } from '../connection.ts';
import { organizationDriver } from './driver.ts';
import { createPool, type PoolOptions } from './pool.ts';

/** The tables as one organization sees them, or as the system does. */
export interface Database<Tables> {
  /** Queries that see the rows of one organization only. */
  organization(id: string): Kysely<Tables>;
  /** Queries that see every organization's rows: sign-in, jobs, administration. */
  readonly system: Kysely<Tables>;
  /** Waits for the statements under way and ends all connections. */
  close(): Promise<void>;
}

/** What {@link Database.system} puts in the place of an organization's id. */
export const everyOrganization = '*';

/** Kysely instances kept; more organizations than this are served as well, their instances are made again. */
const keptInstances = 1000;

/** Opens a database through one pool that all organizations share; connects on first use. */
export function openDatabase<Tables>(config: ConnectionConfig, options: PoolOptions): Database<Tables> {
  const pool = createPool(config, options);
  const memory = new WeakMap<PoolClient, string>();
  const instances = new Map<string, Kysely<Tables>>();

  function make(organization: string): Kysely<Tables> {
    return new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => organizationDriver({ pool, memory, organization }),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  }

  return {
    organization(id) {
      const kept = instances.get(id);
      if (kept) return kept;
      if (id === '' || id === everyOrganization) throw new Error(`"${id}" is not the id of an organization.`);
      if (instances.size >= keptInstances) instances.clear();
      const made = make(id);
      instances.set(id, made);
      return made;
    },
    system: make(everyOrganization),
    close: () => pool.end(),
  };
}
