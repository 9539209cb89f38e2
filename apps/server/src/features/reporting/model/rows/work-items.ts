import { type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';

/**
 * Work items with their budgets; what is not asked for is not joined. `all` includes those that are deleted in Azure DevOps: their
 * worklogs are still there.
 */
export function workItemTable(context: ReportingContext, which: 'live' | 'all' = 'live'): Sql {
  return sql`(select w.*, ${budgetColumns(context)} from work_item w${budgetJoin(context)}
    where w.organization_id = ${context.organization}${which === 'live' ? sql` and w.deleted_at is null` : sql``})`;
}

function budgetColumns({ showsBudgets }: ReportingContext): Sql {
  return showsBudgets
    ? sql`b.budget_id, b.assignment_type`
    : sql`null::uuid as budget_id, 0::smallint as assignment_type`;
}

function budgetJoin({ organization, showsBudgets }: ReportingContext): Sql {
  return showsBudgets
    ? sql` left join work_item_budget b on b.organization_id = ${organization} and b.work_item_id = w.id`
    : sql``;
}
