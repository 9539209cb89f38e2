import { type RowBeside, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { isWishedWorkLog } from './wished.ts';
import { workLogTable } from './work-logs.ts';

/** Budgets; none for those who may not see them. */
export function budgetTable({ organization, showsBudgets }: ReportingContext): Sql {
  return sql`(select b.* from budget b
    where b.organization_id = ${organization}${showsBudgets ? sql`` : sql` and false`})`;
}

/** Beside a budget, the seconds tracked and billed on it by the worklogs that the caller may see and wishes; none where there are none. */
export const spent: RowBeside<ReportingContext> = {
  name: 'spent',
  table: (_row, context) => sql`(${sumsOf(context, everyBudget(context))})`,
  tableOf: (keys, context) => sql`(${sumsOf(context, keys)})`,
  on: (row, beside) => sql`${beside}.budget_id = ${row}.id`,
};

function everyBudget({ organization }: ReportingContext): Sql {
  return sql`select id from budget where organization_id = ${organization}`;
}

/** What was asked of some worklogs is added up over all of them, whichever budgets are meant. */
function sumsOf(context: ReportingContext, budgets: Sql): Sql {
  const isWished = isWishedWorkLog(context);
  if (context.showsOthers && !isWished) {
    return sql`select s.budget_id, s.tracked, s.billed from budget_sums(${context.organization}, array(${budgets})) s`;
  }
  return sql`select l.budget_id, sum(l.seconds)::bigint as tracked, sum(l.billable_seconds)::bigint as billed
    from ${workLogTable(context)} l${isWished ? sql` where ${isWished(sql`l`)}` : sql``} group by l.budget_id`;
}

/** Whether a worklog counts on a budget; finds them from the budget on, once for all worklogs. */
export function isOnBudget(budget: Sql, workLog: Sql, { organization }: ReportingContext): Sql {
  return sql`exists (select from work_logs_of_budget(${organization}, ${budget}.id) l where l.id = ${workLog}.id)`;
}
