import { type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { isWishedWorkLog } from './wished.ts';
import { workLogTable } from './work-logs.ts';

/** Budgets with the seconds tracked and billed on them; none for those who may not see budgets. */
export function budgetTable(context: ReportingContext): Sql {
  return sql`(select b.*, s.tracked, s.billed from budget b
    left join (${sumsOf(context)}) s on s.budget_id = b.id
    where b.organization_id = ${context.organization}${context.showsBudgets ? sql`` : sql` and false`})`;
}

function sumsOf(context: ReportingContext): Sql {
  const { organization, showsOthers } = context;
  const isWished = isWishedWorkLog(context);
  if (showsOthers && !isWished) {
    return sql`select s.budget_id, sum(s.tracked)::bigint as tracked, sum(s.billed)::bigint as billed
      from budget_sums(${organization}, array(select id from budget where organization_id = ${organization})) s
      group by s.budget_id`;
  }
  return sql`select l.budget_id, sum(l.seconds)::bigint as tracked, sum(l.billable_seconds)::bigint as billed
    from ${workLogTable(context)} l${isWished ? sql` where ${isWished(sql`l`)}` : sql``} group by l.budget_id`;
}

/** Whether a worklog counts on a budget; finds them from the budget on, once for all worklogs. */
export function isOnBudget(budget: Sql, workLog: Sql, { organization }: ReportingContext): Sql {
  return sql`exists (select from work_logs_of_budget(${organization}, ${budget}.id) l where l.id = ${workLog}.id)`;
}
