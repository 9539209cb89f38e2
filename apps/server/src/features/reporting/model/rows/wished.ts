import { type Source, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { isRoot } from './hierarchy.ts';
import { workItemTable } from './work-items.ts';
import { workLogTable } from './work-logs.ts';

/** The condition of `workItemsFilter` on a row of `workItemTable`, or on the root above it; true without one. */
export function isWishedItem(row: Sql, context: ReportingContext): Sql {
  const { organization, workItemsFilter, workItemsFilterTarget } = context;
  if (!workItemsFilter) return sql`true`;
  if (workItemsFilterTarget === 'AllWorkItems') return sql`(${workItemsFilter(row)})`;
  return sql`${row}.id in (
    select below.descendant_id from ${workItemTable(context)} root
    join work_item_ancestry below on below.organization_id = ${organization} and below.ancestor_id = root.id
    where ${isRoot(sql`root`, context)} and (${workItemsFilter(sql`root`)}))`;
}

/** Whether a row of worklogs is wished, by the request's filters; null where it has none. */
export function isWishedWorkLog(context: ReportingContext): ((row: Sql) => Sql) | null {
  const { workLogsFilter, workItemsFilter } = context;
  if (!workItemsFilter) return workLogsFilter;
  const ofItem = (row: Sql) => sql`${row}.work_item_id in (
    select f.id from ${workItemTable(context, 'all')} f where ${isWishedItem(sql`f`, context)})`;
  return workLogsFilter ? (row) => sql`(${workLogsFilter(row)}) and ${ofItem(row)}` : ofItem;
}

/** The worklogs that the caller may see and wishes. */
export const wishedWorkLogs: Source<ReportingContext> = { table: workLogTable, where: isWishedWorkLogRow };

/** The condition of the request's filters on a row of worklogs; true without one. */
export function isWishedWorkLogRow(row: Sql, context: ReportingContext): Sql {
  return isWishedWorkLog(context)?.(row) ?? sql`true`;
}
