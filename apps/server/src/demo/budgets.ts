import type { WorkItemSnapshot } from '@stint/azure-devops';
import { reachedThreshold, seconds, startOfDay, type WallDate } from '@stint/domain';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { resolveBudgetsOf } from '../features/budgets/inheritance.ts';
import type { Entry } from '../features/worklogs/entry.ts';
import type { DemoIds } from './ids.ts';
import { insertRows } from './insert-rows.ts';
import { type PlannedBudget, planBudgets } from './plan-budgets.ts';

export interface DemoBudgets {
  ids: DemoIds;
  /** The last day of the demo's year; what is planned depends on the days before. */
  today: WallDate;
  /** RFC 3339; when budgets were made. */
  createdAt: string;
  workItems: readonly WorkItemSnapshot[];
  worklogs: readonly Entry[];
}

const HOUR = 3600;

/** Makes the demo's budgets, attaches them, and plans them so that some are near a threshold; all thresholds are told already. */
export async function addDemoBudgets(
  transaction: Transaction<Tables>,
  organizationId: string,
  { ids, today, createdAt, workItems, worklogs }: DemoBudgets,
): Promise<void> {
  const planned = planBudgets(workItems).map((plan) => ({ ...plan, id: ids.of(`budget ${plan.name}`) }));
  const rows = planned.map(({ id, name, comment, isClosed }) => ({
    organization_id: organizationId,
    id,
    name,
    comment,
    is_closed: isClosed,
    closed_at: isClosed ? `${today}T00:00:00Z` : null,
    created_at: createdAt,
    planned_seconds: 0,
    reached_threshold: 0,
    version: 1,
  }));
  await insertRows(transaction, 'budget', rows);
  const attached = planned.flatMap((plan) => assignmentsOf(plan, ids));
  await insertRows(
    transaction,
    'budget_assignment',
    attached.map((row) => ({ organization_id: organizationId, ...row })),
  );
  await resolveBudgetsOf(
    transaction,
    organizationId,
    workItems.map(({ id }) => id),
  );
  const tracked = await trackedOn(transaction, organizationId, worklogs);
  const before = await trackedOn(
    transaction,
    organizationId,
    worklogs.filter(({ localStartedAt }) => localStartedAt < startOfDay(today)),
  );
  for (const { id, used } of planned) {
    const length = Math.ceil((before.get(id) ?? 0) / used / HOUR) * HOUR;
    const reached = reachedThreshold(seconds(length), seconds(tracked.get(id) ?? 0));
    await transaction
      .updateTable('budget')
      .set({ planned_seconds: length, reached_threshold: reached })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }
}

function assignmentsOf(plan: PlannedBudget & { id: string }, ids: DemoIds): object[] {
  const row = (
    thing: { work_item_id: number | null; iteration_path: string | null },
    isExclusion: boolean,
  ) => ({
    id: ids.of(`${plan.name} at ${thing.work_item_id ?? thing.iteration_path}`),
    budget_id: plan.id,
    ...thing,
    is_exclusion: isExclusion,
  });
  return [
    ...plan.workItemIds.map((id) => row({ work_item_id: id, iteration_path: null }, false)),
    ...plan.excludedIds.map((id) => row({ work_item_id: id, iteration_path: null }, true)),
    ...plan.iterationPaths.map((path) => row({ work_item_id: null, iteration_path: path }, false)),
  ];
}

/** Seconds of these worklogs on each budget. */
async function trackedOn(
  transaction: Transaction<Tables>,
  organizationId: string,
  worklogs: readonly Entry[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('work_item_budget')
    .select(['work_item_id', 'budget_id'])
    .where('organization_id', '=', organizationId)
    .execute();
  const budgets = new Map(rows.map((row) => [row.work_item_id, row.budget_id]));
  const sums = new Map<string, number>();
  for (const { workItemId, seconds: length } of worklogs) {
    const budget = workItemId === null ? undefined : budgets.get(workItemId);
    if (budget !== undefined) sums.set(budget, (sums.get(budget) ?? 0) + length);
  }
  return sums;
}
