import type { Transaction } from 'kysely';
import type { Db } from '../http/asked.ts';
import type { Tables } from './tables.ts';

/** Runs `work` in the transaction that `db` already is, or else in one of its own. */
export async function inTransaction<Result>(
  db: Db,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}
