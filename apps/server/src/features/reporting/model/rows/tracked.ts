import { type RowBeside, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { workLogTable } from './work-logs.ts';

/**
 * Beside a work item, the seconds tracked: on the item itself, and on it with all below; null where there are none. Of the request's
 * filters `worklogsFilter` counts.
 */
export const tracked: RowBeside<ReportingContext> = {
  name: 'tracked',
  table: (row, context) => (context.readsFewItems ? lookedUp(row, context) : ofAll(context)),
  tableOf: ofFew,
  on: (row, beside) => sql`${beside}.id = ${row}.id`,
};

/** Adds up for all items at once: each worklog and each place in the hierarchy is read once. */
function ofAll(context: ReportingContext): Sql {
  return sql`(
    select a.ancestor_id as id, ${sums} from (${secondsPerItem(context)}) l
    join work_item_ancestry a on a.organization_id = ${context.organization} and a.descendant_id = l.work_item_id
    group by a.ancestor_id
  )`;
}

/** Looks up the worklogs of each item and of those below it. */
function lookedUp(row: Sql, context: ReportingContext): Sql {
  return sql`lateral (
    select ${row}.id as id, ${sums} from work_item_ancestry a
    join ${workLogTable(context)} l on l.work_item_id = a.descendant_id
    where a.organization_id = ${context.organization} and a.ancestor_id = ${row}.id${andFiltered(context)}
  )`;
}

/** Items, those below included, up to which their worklogs are looked up although few of all worklogs pass the request's filter. */
const FEW = sql`2000`;

/**
 * Looks up the worklogs of some items and of those below them. Where a filter leaves few worklogs and many items are below, those few
 * are added up first instead; which of both is done is decided by PostgreSQL as it runs.
 */
function ofFew(keys: Sql, context: ReportingContext): Sql {
  const below = sql`select a.ancestor_id, a.descendant_id, a.depth from work_item_ancestry a
    where a.organization_id = ${context.organization} and a.ancestor_id in (${keys})`;
  const columns = sql`select a.ancestor_id as id, a.depth, l.seconds, l.billable_seconds`;
  const each = sql`join ${workLogTable(context)} l on l.work_item_id = a.descendant_id`;
  if (!context.workLogsFilter) {
    return sql`(select l.id, ${sumsOfDepth} from (${columns} from (${below}) a ${each}) l group by l.id)`;
  }
  return sql`(
    with below as materialized (${below})
    select l.id, ${sumsOfDepth} from (
      ${columns} from below a ${each} where (select count(*) from below) <= ${FEW}${andFiltered(context)}
      union all
      ${columns} from below a join (${secondsPerItem(context)}) l on l.work_item_id = a.descendant_id
      where (select count(*) from below) > ${FEW}
    ) l group by l.id
  )`;
}

/** The seconds of all worklogs of each item; of the request's filters `worklogsFilter` counts. */
export function secondsPerItem(context: ReportingContext): Sql {
  return sql`select l.work_item_id, sum(l.seconds) as seconds, sum(l.billable_seconds) as billable_seconds
    from ${workLogTable(context)} l where l.work_item_id is not null${andFiltered(context)} group by l.work_item_id`;
}

function andFiltered({ workLogsFilter }: ReportingContext): Sql {
  return workLogsFilter ? sql` and (${workLogsFilter(sql`l`)})` : sql``;
}

const sumsAt = (depth: Sql) => sql`sum(l.seconds) filter (where ${depth} = 0)::bigint as itself,
      sum(l.billable_seconds) filter (where ${depth} = 0)::bigint as itself_billable,
      sum(l.seconds)::bigint as total, sum(l.billable_seconds)::bigint as total_billable`;
const sums = sumsAt(sql`a.depth`);
const sumsOfDepth = sumsAt(sql`l.depth`);
