import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import { nameOf } from './prepared.ts';

const counting = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** One pooled connection in the hands of Kysely. */
export interface OrganizationConnection extends DatabaseConnection {
  /** Sends a statement without waiting for its answer; a failure fails the next statement. */
  send(sql: string): void;
  /** Runs a plain statement and tells what PostgreSQL says it did, for example `COMMIT`. */
  run(sql: string): Promise<string>;
  /** Gives the connection back, or ends it when it is broken or still inside a transaction. */
  release(): void;
  /** Ends the connection on release. */
  discard(): void;
}

/** Wraps a pg client for Kysely. */
export function wrapClient(client: PoolClient): OrganizationConnection {
  let discarded = false;
  let failure: { readonly error: unknown } | undefined;

  async function query(text: string, parameters: readonly unknown[], name?: string) {
    const values = parameters as unknown[];
    const answer = await client.query(name === undefined ? { text, values } : { name, text, values });
    // What was sent before is answered before, so its failure is known by now.
    if (failure) throw failure.error;
    return answer;
  }

  async function executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await query(compiled.sql, compiled.parameters, nameOf(compiled));
    return counting.has(command)
      ? { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
      : { rows: rows as Row[] };
  }

  return {
    executeQuery,
    run: async (sql) => (await query(sql, [])).command,
    streamQuery() {
      throw new Error('Streaming is not supported on pooled connections; read in pages instead.');
    },
    send(sql) {
      client.query(sql).catch((error: unknown) => {
        failure = { error };
        discarded = true;
      });
    },
    discard() {
      discarded = true;
    },
    release() {
      client.release(discarded || client.getTransactionStatus() !== 'I');
    },
  };
}
