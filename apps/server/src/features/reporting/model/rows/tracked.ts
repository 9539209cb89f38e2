import { type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { workLogTable } from './work-logs.ts';

/**
 * Joins seconds tracked to `work_item w` as `t`: on the item itself, and on it with all below; null where there are none.
 * Of the request's filters `worklogsFilter` counts. It is left out where nobody reads it.
 */
export function trackedJoin(context: ReportingContext): Sql {
  return context.readsFewItems ? joinOfLookUps(context) : joinOfSums(context);
}

/** Adds up for all items at once: each worklog and each place in the hierarchy is read once. */
function joinOfSums(context: ReportingContext): Sql {
  return sql`left join (
    select a.ancestor_id as id, ${sums}
    from (
      select l.work_item_id, sum(l.seconds) as seconds, sum(l.billable_seconds) as billable_seconds
      from ${workLogTable(context)} l
      where l.work_item_id is not null${andFiltered(context)}
      group by l.work_item_id
    ) l
    join work_item_ancestry a on a.organization_id = ${context.organization} and a.descendant_id = l.work_item_id
    group by a.ancestor_id
  ) t on t.id = w.id`;
}

/** Looks up the worklogs of each item and of those below it. */
function joinOfLookUps(context: ReportingContext): Sql {
  return sql`left join lateral (
    select ${sums}
    from work_item_ancestry a
    join ${workLogTable(context)} l on l.work_item_id = a.descendant_id
    where a.organization_id = ${context.organization} and a.ancestor_id = w.id${andFiltered(context)}
  ) t on true`;
}

function andFiltered({ workLogsFilter }: ReportingContext): Sql {
  return workLogsFilter ? sql` and (${workLogsFilter(sql`l`)})` : sql``;
}

const sums = sql`sum(l.seconds) filter (where a.depth = 0)::bigint as itself,
      sum(l.billable_seconds) filter (where a.depth = 0)::bigint as itself_billable,
      sum(l.seconds)::bigint as total, sum(l.billable_seconds)::bigint as total_billable`;
