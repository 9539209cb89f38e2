import { CompiledQuery } from 'kysely';
import type { Db } from '../../http/asked.ts';

const LOCK = 'select pg_advisory_xact_lock(budget_lock_key($1::uuid))';
const RESOLVE = 'select resolve_work_item_budgets($1::uuid, $2::integer[])';

/**
 * Makes changes of what budgets are attached to wait for each other until the transaction ends; taken before any budget is locked,
 * so that nobody waits in a circle.
 */
export async function lockAssignments(db: Db, organizationId: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(LOCK, [organizationId]));
}

/**
 * Brings the budgets of these work items and all below them up to date. Call it in the transaction that changed what budgets are
 * attached to, or parents and iterations of work items; it is done with one look where the organization has no budgets.
 */
export async function resolveBudgetsOf(
  db: Db,
  organizationId: string,
  workItemIds: readonly number[],
): Promise<void> {
  if (workItemIds.length === 0) return;
  await db.executeQuery(CompiledQuery.raw(RESOLVE, [organizationId, workItemIds]));
}
