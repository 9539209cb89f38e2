import { ODataError } from '../error.ts';
import type { OpenReader, Reader } from '../plan/run/reader.ts';
import { join, render, sql, textConstant } from '../sql/fragment.ts';

/** What is needed of a pool of `pg`. */
export interface ReadingPool {
  /** Whether its connections take statements before those sent earlier are answered. */
  readonly options?: { readonly pipeline?: boolean | undefined };
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
 * up. With a pool that has `pipeline: true` the only statement of a request goes with its transaction in one round trip.
 */
export function poolReader<Context>(
  pool: ReadingPool,
  { statementTimeout = 30_000, settings, cancel = cancelOver(pool) }: PoolReaderOptions<Context> = {},
): OpenReader<Context> {
  const timeout = String(Math.trunc(statementTimeout));
  const pipelines = pool.options?.pipeline === true;
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
      const begin = beginText({ statement_timeout: timeout, ...settings?.(context) });
      return cancellable({ connection, begin, signal, pipelines, cancel: () => cancel(process) });
    } catch (error) {
      connection.release(true);
      throw error;
    }
  };
}

function cancelOver(pool: ReadingPool): (processId: string) => Promise<unknown> {
  return (processId) => pool.query('select pg_cancel_backend($1::integer)', [processId]);
}

/** Begins a transaction with parameters that are set for it alone. */
function beginText(settings: Readonly<Record<string, string>>): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => sql`set_config(${textConstant(name)}, ${textConstant(value)}, true)`,
  );
  return render(sql`begin read only; select ${join(calls)}`).text;
}

async function readProcess(connection: ReadingConnection): Promise<string> {
  const { rows } = await connection.query({
    text: 'select pg_backend_pid()::text',
    values: [],
    rowMode: 'array',
  });
  return rows[0]?.[0] ?? '';
}

interface Cancellable {
  readonly connection: ReadingConnection;
  /** Begins the transaction. */
  readonly begin: string;
  readonly signal: AbortSignal;
  readonly pipelines: boolean;
  readonly cancel: () => Promise<unknown>;
}

/** Where the connection pipelines, statements are sent behind the beginning at once: a failed one fails all of them. */
function cancellable({ connection, begin, signal, pipelines, cancel }: Cancellable): Reader {
  const begun = connection.query(begin);
  begun.catch(() => undefined);
  let ended: Promise<boolean> | undefined;
  let isRunning = false;
  let cancelling: Promise<unknown> = Promise.resolve();
  const onAbort = () => {
    // The connection is not given back before this is through: a late cancellation would hit who has it next.
    if (isRunning) cancelling = cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', onAbort, { once: true });

  const rollback = () => connection.query('rollback');
  /** Resolves to whether the connection is as good as before. */
  const end = () =>
    (ended ??= (pipelines ? Promise.all([begun, rollback()]) : begun.then(rollback)).then(
      () => true,
      () => false,
    ));
  const query = async (text: string, values: readonly unknown[], isOnly: boolean) => {
    if (signal.aborted) throw hungUp();
    isRunning = true;
    try {
      if (!pipelines) await begun;
      const answer = connection.query({ text, values: [...values], rowMode: 'array' });
      if (isOnly && pipelines) void end();
      const [, { rows }] = await Promise.all([begun, answer]);
      return rows;
    } finally {
      isRunning = false;
    }
  };
  return {
    query: (text, values) => query(text, values, false),
    queryOnly: (text, values) => query(text, values, true),
    async close() {
      signal.removeEventListener('abort', onAbort);
      await cancelling;
      connection.release(!(await end()));
    },
  };
}

function hungUp(): ODataError {
  return new ODataError('QueryTimeout', 'The client has hung up.');
}
