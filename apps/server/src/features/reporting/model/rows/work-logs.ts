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

// Both joins have at most one row for each worklog, which PostgreSQL knows by the key and by the grouping: it leaves out
// the one that nobody reads. A worklog has the budget of its item unless something is said at itself (0005_budgets.sql).
function everyWorkLog(context: ReportingContext): Sql {
  const { organization, person, showsOthers, showsBudgets } = context;
  const own = showsOthers ? sql`` : sql` and w.person_id = ${person}`;
  if (!showsBudgets) {
    return sql`select w.*, null::uuid as budget_id from work_log w where w.organization_id = ${organization}${own}`;
  }
  return sql`select w.*,
    case when o.work_log_id is null then i.budget_id
      else budget_in_the_end(w.organization_id, w.work_item_id, i.budget_id, o.attached, o.excluded) end as budget_id
    from work_log w
    left join work_item_budget i on i.organization_id = ${organization} and i.work_item_id = w.work_item_id
    left join (
      select a.work_log_id, (array_agg(a.budget_id) filter (where not a.is_exclusion))[1] as attached,
        array_agg(a.budget_id) filter (where a.is_exclusion) as excluded
      from budget_assignment a where a.organization_id = ${organization} and a.work_log_id is not null
      group by a.work_log_id
    ) o on o.work_log_id = w.id
    where w.organization_id = ${organization}${own}`;
}
