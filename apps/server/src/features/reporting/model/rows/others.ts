import { type RowBeside, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { secondsPerItem } from './tracked.ts';
import { workItemTable } from './work-items.ts';

/** People whose time the caller may see. */
export function personTable({ organization, person, showsOthers }: ReportingContext): Sql {
  const own = showsOthers ? sql`` : sql` and p.id = ${person}`;
  return sql`(select p.* from person p where p.organization_id = ${organization}${own})`;
}

/** Activity types that can be booked on. */
export function activityTypeTable({ organization }: ReportingContext): Sql {
  return sql`(select t.* from activity_type t where t.organization_id = ${organization} and t.deleted_at is null)`;
}

/** Weeks about which something was decided: those of people whose time the caller may see, and those they decide about. */
export function approvalTable(context: ReportingContext): Sql {
  const { organization, person, showsOthersWeeks, showsAssignedWeeks } = context;
  const assigned = showsAssignedWeeks ? sql` or t.assigned_manager_id = ${person}` : sql``;
  const own = showsOthersWeeks ? sql`` : sql` and (t.person_id = ${person}${assigned})`;
  return sql`(select t.* from time_week t where t.organization_id = ${organization} and t.state <> 0${own})`;
}

/** Iterations that have work items. */
export function iterationTable(context: ReportingContext): Sql {
  return sql`(select i.iteration_path as path, min(i.project) as project, count(*)::integer as work_items, sum(i.effort) as effort
    from ${workItemTable(context)} i where i.iteration_path is not null group by i.iteration_path)`;
}

/** Beside an iteration, the seconds tracked on its work items themselves; none where there are none. */
export const trackedInIteration: RowBeside<ReportingContext> = {
  name: 'tracked',
  table: (_row, context) => sql`(
    select i.iteration_path as path, sum(l.seconds)::bigint as seconds, sum(l.billable_seconds)::bigint as billable_seconds
    from ${workItemTable(context)} i join (${secondsPerItem(context)}) l on l.work_item_id = i.id group by i.iteration_path
  )`,
  on: (row, beside) => sql`${beside}.path = ${row}.path`,
};
