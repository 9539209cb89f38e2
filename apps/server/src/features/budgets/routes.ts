import { calls } from '@stint/contract';
import { BUDGET_ASSIGNMENT_TYPE } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { notFound } from '../../refusal.ts';
import { workLogOf } from '../worklogs/present.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { attach, detach, listAssignments } from './assignments.ts';
import { budgetOfWorkItem, workItemsOf, workLogIdsOf } from './content-store.ts';
import { budgetsAsCsv } from './csv.ts';
import { assignmentOf, assignmentTypeOf, budgetOf } from './present.ts';
import {
  addBudget,
  changeBudget,
  checkBudget,
  everyBudget,
  getBudget,
  listBudgets,
  removeBudget,
} from './service.ts';
import type { Page } from './store.ts';

const pageOf = ({ $skip = 0, $count = 500 }: { $skip?: number; $count?: number }): Page => ({
  skip: $skip,
  count: $count,
});

/** The calls under /budgets. */
export function budgetRoutes({ router }: Pick<Dependencies, 'router'>): void {
  router.handle(calls.listBudgets, async (asked) => {
    const { query } = asked;
    return (await listBudgets(asked, query.$state ?? 'open', pageOf(query))).map(budgetOf);
  });

  router.handle(calls.exportBudgets, async (asked) => {
    void asked.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="budgets.csv"');
    return budgetsAsCsv(everyBudget(asked, asked.query.$state ?? 'all'));
  });

  router.handle(calls.getBudget, async (asked) => {
    const budget = await getBudget(asked, asked.params.id);
    tag(asked.reply, budget.version);
    return budgetOf(budget);
  });

  router.handle(calls.addBudget, async (asked) => {
    const budget = await addBudget(asked, asked.body);
    tag(asked.reply, budget.version);
    return budgetOf(budget);
  });

  router.handle(calls.changeBudget, async (asked) => {
    const budget = await changeBudget(asked, asked.params.id, asked.body, expectedVersions(asked.request));
    tag(asked.reply, budget.version);
    return budgetOf(budget);
  });

  router.handle(calls.deleteBudget, async (asked) => {
    await removeBudget(asked, asked.params.id, expectedVersions(asked.request));
    return null;
  });
}

/** The calls under /budgets/:id/assignments. */
export function budgetAssignmentRoutes({ router }: Pick<Dependencies, 'router'>): void {
  router.handle(calls.listBudgetAssignments, async (asked) =>
    (await listAssignments(asked, asked.params.id, pageOf(asked.query))).map(assignmentOf),
  );

  router.handle(calls.addBudgetAssignment, async (asked) => {
    const { move = false, ...entry } = asked.body;
    const budgetId = asked.params.id;
    const rows = await attach(asked, { budgetId, entries: [entry], move, replace: false, isList: false });
    const [row] = rows.map(assignmentOf);
    if (!row) throw new Error('a budget was neither attached nor refused');
    return row;
  });

  for (const [call, replace] of [
    [calls.addBudgetAssignments, false],
    [calls.setBudgetAssignments, true],
  ] as const) {
    router.handle(call, async (asked) => {
      const { assignments: entries, move = false } = asked.body;
      const rows = await attach(asked, { budgetId: asked.params.id, entries, move, replace, isList: true });
      return rows.map(assignmentOf);
    });
  }

  router.handle(calls.deleteBudgetAssignment, async (asked) => {
    await detach(asked, asked.params.id, asked.params.assignmentId);
    return null;
  });
}

/** What has a budget: worklogs, work items. */
export function budgetContentRoutes(
  { router }: Pick<Dependencies, 'router'>,
  workLogs: Pick<WorkLogs, 'list'>,
): void {
  router.handle(calls.listBudgetWorkLogs, async (asked) => {
    const { db, organization, params, query } = asked;
    await checkBudget(asked, params.id);
    const ids = await workLogIdsOf(db, organization.id, params.id, pageOf(query));
    const shown = await workLogs.list(asked, { personIds: null, ids, skip: 0, count: ids.length });
    return shown.map((each) => workLogOf(each, { organization, expand: query.$expand, editable: null }));
  });

  router.handle(calls.listBudgetWorkItems, async (asked) => {
    const { db, organization, params, query } = asked;
    await checkBudget(asked, params.id);
    const items = await workItemsOf(db, organization.id, params.id, pageOf(query));
    return items.map(({ id, tracked, billed, assignmentType, ...item }) => ({
      ...item,
      workItemId: id,
      assignmentType: assignmentTypeOf(assignmentType),
      trackedLength: tracked,
      billedLength: billed,
    }));
  });

  router.handle(calls.getWorkItemBudget, async ({ db, organization, params }) => {
    const found = await budgetOfWorkItem(db, organization.id, params.id);
    if (!found) throw notFound('work item', params.id);
    const { id, name, isClosed, assignmentType } = found;
    const budget = id === null || name === null || isClosed === null ? null : { id, name, isClosed };
    return {
      workItemId: params.id,
      budget,
      assignmentType: assignmentTypeOf(assignmentType ?? BUDGET_ASSIGNMENT_TYPE.NoBudget),
    };
  });
}
