import type { QueryOptions } from '../../syntax/options-ast.ts';
import { joinClauses } from '../../bind/from-clause.ts';
import { identifier, type Sql, sql } from '../../sql/fragment.ts';
import { applied } from '../apply/applied.ts';
import { jsonOfResult } from '../json/columns.ts';
import { jsonOfShape } from '../json/entity.ts';
import type { JsonParts } from '../json/parts.ts';
import { selectionOf } from '../selection/selection.ts';
import { within, withinExpand } from '../within.ts';
import { joinsOf } from './joins.ts';
import type { Planning } from './planning.ts';
import type { Relation } from './relation.ts';
import { found, type Search } from './searching.ts';
import { selectFrom } from './select.ts';
import { computed, filtered, limited, ordered, withKeyOrder } from './steps.ts';
import { wrapped } from './wrap.ts';

/** Rows by the options that select among them, in the order in which they work (OData Protocol 4.01, 11.2.1). */
export function chosenRows<Context>(
  planning: Planning<Context>,
  rows: Relation<Context>,
  { apply, compute, search, filter }: QueryOptions,
  searchIn: Search,
): Relation<Context> {
  let relation = rows;
  if (apply) relation = within('$apply', () => applied(planning, relation, apply, searchIn));
  if (compute) relation = within('$compute', () => computed(planning, relation, compute));
  if (search) relation = within('$search', () => found(relation, search, searchIn));
  if (filter) relation = within('$filter', () => filtered(planning, relation, filter));
  return relation;
}

/** The same with `$orderby`, `$skip` and `$top`. */
export function rowsWith<Context>(
  planning: Planning<Context>,
  rows: Relation<Context>,
  options: QueryOptions,
  searchIn: Search,
): Relation<Context> {
  const chosen = chosenRows(planning, rows, options, searchIn);
  const sorted = orderedBy(planning, chosen, options);
  const { skip, top } = options;
  return limited(sorted, { skip, top });
}

/** The rows in the order of `$orderby`, then of their key. */
export function orderedBy<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  { orderby }: QueryOptions,
): Relation<Context> {
  if (!orderby) return withKeyOrder(relation);
  return withKeyOrder(within('$orderby', () => ordered(planning, relation, orderby)));
}

/** The query for how many rows there are. */
export function countOf<Context>(planning: Planning<Context>, relation: Relation<Context>): Sql {
  const { top, skip, key } = relation;
  const isSingle = key.length === 0;
  const counted = top === null && skip === 0 && !isSingle ? relation : wrapped(planning, relation);
  return selectFrom({ ...counted, order: [], from: () => countedFrom(counted) }, sql`count(*)`);
}

/** Only what conditions read has to be joined: a join never adds or takes away rows. */
function countedFrom<Context>({ entity, conditions, from }: Relation<Context>): Sql {
  if (!entity) return from();
  const joins = joinsOf(entity, new Set(conditions.flatMap(({ rows }) => [...rows])));
  return sql`${entity.table} ${identifier(entity.alias)}${joinClauses(joins)}`;
}

/** A row as JSON with what `$select` and `$expand` leave of it. */
export function jsonOfRows<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  { select, expand }: QueryOptions,
  depth: number,
): JsonParts {
  const { shape, columns, entity } = relation;
  const selection = within('$select', () => selectionOf(select, shape));
  if (!entity) return jsonOfResult(planning, relation, selection);
  const names = columns.map(({ path }) => path[0] ?? '');
  return withinExpand(() => jsonOfShape(planning, shape, { selection, expand, computed: names, depth }));
}
