import { Pool, type PoolClient } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';
import type { Log } from '../log.ts';
import { appRole } from '../roles.ts';
import { valueTypes } from './types.ts';

/** Options of {@link createPool}. */
export interface PoolOptions {
  readonly log: Log;
  /** Connections at most. Default 10. */
  readonly max?: number;
}

const sessionParameters: Readonly<Record<string, string>> = {
  role: appRole,
  // Unnamed statements are planned for their values every time; a plan is kept for prepared ones only, see prepared.ts.
  plan_cache_mode: 'auto',
  statement_timeout: '30000',
  idle_in_transaction_session_timeout: '60000',
};

/**
 * Makes the pool whose connections act as the application role. Connections that break are replaced on the next use,
 * so the pool recovers by itself when the database comes back.
 */
export function createPool(config: ConnectionConfig, { log, max = 10 }: PoolOptions): Pool {
  const pool = new Pool({
    ...clientConfig(config, { parameters: sessionParameters }),
    types: valueTypes,
    pipeline: true,
    max,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', (error) => log.warn(`An idle database connection broke: ${error.message}`));
  // A connection may also break while it is in use, where the pool does not listen; the statement under way fails.
  pool.on('connect', (client: PoolClient) => client.on('error', () => undefined));
  return pool;
}
