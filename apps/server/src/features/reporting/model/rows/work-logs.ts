import { type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';

/** The worklogs that the caller may see, each with its `budget_id`; what is not asked for is not joined. */
export function workLogTable(context: ReportingContext): Sql {
  return sql`(${everyWorkLog(context)} and w.deleted_at is null)`;
}

/** The same with deleted ones. */
export function workLogTableWithDeleted(context: ReportingContext): Sql {
  return sql`(${everyWorkLog(context)})`;
}

// The join has at most one row for each worklog, which PostgreSQL knows by the key: it leaves it out where nobody reads it.
// A worklog has the budget of its item unless something is said at itself (0005_budgets.sql): those few are looked for in a list that
// is made once. A join with them would do, but PostgreSQL then keeps asking for the id, and reads wider indexes, also without it.
function everyWorkLog(context: ReportingContext): Sql {
  const { organization, person, showsOthers, showsBudgets } = context;
  const own = showsOthers ? sql`` : sql` and w.person_id = ${person}`;
  if (!showsBudgets) {
    return sql`select w.*, null::uuid as budget_id from work_log w where w.organization_id = ${organization}${own}`;
  }
  return sql`select w.*,
    case when w.id in (
      select a.work_log_id from budget_assignment a where a.organization_id = ${organization} and a.work_log_id is not null
    ) then budget_of(w.organization_id, w.id, w.work_item_id) else i.budget_id end as budget_id
    from work_log w
    left join work_item_budget i on i.organization_id = ${organization} and i.work_item_id = w.work_item_id
    where w.organization_id = ${organization}${own}`;
}
