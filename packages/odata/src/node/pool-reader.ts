import { ODataError } from '../error.ts';
import type { OpenReader, Reader } from '../plan/run/reader.ts';

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

export interface PoolReaderOptions {
  /** Milliseconds until PostgreSQL cancels a statement; 30,000 unless told. */
  readonly statementTimeout?: number;
}

/**
 * Reads over a pool of `pg`: each request is a read-only transaction of its own, and what it runs is cancelled when the client hangs
 * up. The pool needs one connection to spare for that.
 */
export function poolReader(
  pool: ReadingPool,
  { statementTimeout = 30_000 }: PoolReaderOptions = {},
): OpenReader<unknown> {
  const begin = `begin read only; set local statement_timeout = ${Math.trunc(statementTimeout)}`;
  return async (_context, signal) => {
    if (signal.aborted) throw hungUp();
    const connection = await pool.connect();
    try {
      await connection.query(begin);
      return cancellable(connection, signal, await cancelOf(pool, connection));
    } catch (error) {
      connection.release(true);
      throw error;
    }
  };
}

/** Cancels what a connection runs. */
type Cancel = () => Promise<unknown>;

async function cancelOf(pool: ReadingPool, connection: ReadingConnection): Promise<Cancel> {
  const { rows } = await connection.query({
    text: 'select pg_backend_pid()::text',
    values: [],
    rowMode: 'array',
  });
  const [processId] = rows[0] ?? [];
  return () => pool.query('select pg_cancel_backend($1::integer)', [processId]);
}

function cancellable(connection: ReadingConnection, signal: AbortSignal, cancel: Cancel): Reader {
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
