import type { Database } from '@stint/postgres';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Runs a transaction over all organizations while no other process prepares the same installation. */
export async function oneAtATime<Result>(
  database: Database<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return database.system.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('stint bootstrap', 0))`.execute(transaction);
    return work(transaction);
  });
}
