import { type Sql, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';

/** Whether nothing is above an item. */
export function isRoot(row: Sql, { organization }: ReportingContext): Sql {
  return sql`not exists (select from work_item_ancestry a
    where a.organization_id = ${organization} and a.descendant_id = ${row}.id and a.depth = 1)`;
}

/** Whether one item is the parent of the other; of a circle one link does not count. */
export function isParent(parent: Sql, child: Sql, { organization }: ReportingContext): Sql {
  return sql`${parent}.id = ${child}.parent_id and exists (select from work_item_ancestry a
    where a.organization_id = ${organization} and a.descendant_id = ${child}.id and a.depth = 1)`;
}

/** The id of the root above an item: itself where nothing is above it. */
export function rootOf(row: Sql, { organization }: ReportingContext): Sql {
  return sql`(select a.ancestor_id from work_item_ancestry a
    where a.organization_id = ${organization} and a.descendant_id = ${row}.id order by a.depth desc limit 1)`;
}

/** The ids of an item and all below it. */
export function withAllBelow(row: Sql, { organization }: ReportingContext): Sql {
  return sql`select a.descendant_id from work_item_ancestry a
    where a.organization_id = ${organization} and a.ancestor_id = ${row}.id`;
}
