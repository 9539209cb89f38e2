import { ODataError } from '../error.ts';
import type { OpenReader, Reader } from '../plan/run/reader.ts';
import { join, render, sql, textConstant } from '../sql/fragment.ts';

/** What is needed of a pool of `pg`. */
export interface ReadingPool {
  connect(): Promise<ReadingConnection>;
  query(text: string, values: unknown[]): Promise<unknown>;
}

export interface ReadingConnection {
  query(text: string): Promise<unknown>;
  query(query: { text: string; values: unknown[]; rowMode: 'array' }): Promise<{ rows: (string | null)[][] }>;
  /** Closes the connection instead of giving it back when `destroy` is true. */
  release(destroy?: boolean): void;
}

export interface PoolReaderOptions<Context> {
  /** Milliseconds until PostgreSQL cancels a statement; 30,000 unless told. */
  readonly statementTimeout?: number;
  /** Run-time parameters of the request's transaction, such as the tenant that row-level security goes by. */
  readonly settings?: (context: Context) => Readonly<Record<string, string>>;
  /**
   * Cancels what a process of the database server runs. By default over the pool, which needs a connection to spare for that and a role
   * that may.
   */
  readonly cancel?: (processId: string) => Promise<unknown>;
}

/**
 * Reads over a pool of `pg`: each request is a read-only transaction of its own, and what it runs is cancelled when the client hangs
 * up.
 */
export function poolReader<Context>(
  pool: ReadingPool,
  { statementTimeout = 30_000, settings, cancel = cancelOver(pool) }: PoolReaderOptions<Context> = {},
): OpenReader<Context> {
  const begin = `begin read only; set local statement_timeout = ${Math.trunc(statementTimeout)}`;
  const processes = new WeakMap<ReadingConnection, string>();

  async function processOf(connection: ReadingConnection): Promise<string> {
    const known = processes.get(connection) ?? (await readProcess(connection));
    processes.set(connection, known);
    return known;
  }

  return async (context, signal) => {
    if (signal.aborted) throw hungUp();
    const connection = await pool.connect();
    try {
      const process = await processOf(connection);
      await connection.query(`${begin}${settings ? settingText(settings(context)) : ''}`);
      return cancellable(connection, signal, () => cancel(process));
    } catch (error) {
      connection.release(true);
      throw error;
    }
  };
}

function cancelOver(pool: ReadingPool): (processId: string) => Promise<unknown> {
  return (processId) => pool.query('select pg_cancel_backend($1::integer)', [processId]);
}

/** Set for the transaction alone, in the round trip that begins it. */
function settingText(settings: Readonly<Record<string, string>>): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => sql`set_config(${textConstant(name)}, ${textConstant(value)}, true)`,
  );
  return `; ${render(sql`select ${join(calls)}`).text}`;
}

async function readProcess(connection: ReadingConnection): Promise<string> {
  const { rows } = await connection.query({
    text: 'select pg_backend_pid()::text',
    values: [],
    rowMode: 'array',
  });
  return rows[0]?.[0] ?? '';
}

function cancellable(
  connection: ReadingConnection,
  signal: AbortSignal,
  cancel: () => Promise<unknown>,
): Reader {
  let isRunning = false;
  let cancelling: Promise<unknown> = Promise.resolve();
  const onAbort = () => {
    // The connection is not given back before this is through: a late cancellation would hit who has it next.
    if (isRunning) cancelling = cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    async query(text, values) {
      if (signal.aborted) throw hungUp();
      isRunning = true;
      try {
        return (await connection.query({ text, values: [...values], rowMode: 'array' })).rows;
      } finally {
        isRunning = false;
      }
    },
    async close() {
      signal.removeEventListener('abort', onAbort);
      await cancelling;
      const isBroken = await connection.query('rollback').then(
        () => false,
        () => true,
      );
      connection.release(isBroken);
    },
  };
}

function hungUp(): ODataError {
  return new ODataError('QueryTimeout', 'The client has hung up.');
}
