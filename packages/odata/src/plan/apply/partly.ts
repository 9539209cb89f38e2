import { type JoinedRow, joinClauses } from '../../bind/from-clause.ts';
import type { Typed } from '../../bind/typed.ts';
import { identifier, join, raw, type Sql, sql } from '../../sql/fragment.ts';
import { plainText } from '../relation/fragments.ts';
import { joinsOf } from '../relation/joins.ts';
import { newAlias, type Planning } from '../relation/planning.ts';
import type { EntityRows, Relation } from '../relation/relation.ts';
import { whereClause } from '../relation/select.ts';
import type { Aggregate } from './aggregates.ts';
import type { Grouping } from './keys.ts';

/** A query that is only to be given its list and its groups. */
export interface PartlyAggregated {
  readonly keys: readonly Sql[];
  readonly aggregates: readonly Sql[];
  readonly select: (list: Sql) => Sql;
}

/**
 * Aggregates before joining: rows are grouped by what they say themselves and by the columns that decide what is joined; only these
 * few groups are joined, and aggregated again by what the joined rows say. null where the query does not allow it: nothing is joined,
 * an aggregate reads a joined row, or a join depends on more than columns.
 */
export function partlyAggregated<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  grouping: Grouping,
  aggregates: readonly Aggregate[],
): PartlyAggregated | null {
  const { entity } = relation;
  if (!entity) return null;
  const { alias } = entity;
  const isOwn = ({ rows }: { readonly rows: ReadonlySet<string> }) => [...rows].every((row) => row === alias);
  const joinedKeys = grouping.columns.filter(({ value }) => !isOwn(value));
  const canSplit =
    joinedKeys.length > 0 &&
    joinedKeys.every(({ value }) => !value.rows.has(alias)) &&
    aggregates.every((aggregate) => aggregate.method.split && isOwn(aggregate)) &&
    !aggregates.some(({ method }) => isKey(relation, method.distinct));
  if (!canSplit) return null;
  const joins = joinsOf(entity, new Set(joinedKeys.flatMap(({ value }) => [...value.rows])));
  const by = columnsThatJoin(joins, alias);
  if (!by) return null;
  return split(planning, relation, entity, { joins, by, grouping, aggregates, isOwn });
}

/** Whether a value is the key: groups by it would be as many as there are rows. */
function isKey<Context>({ key }: Relation<Context>, value: Typed | null): boolean {
  const [only] = key;
  const text = value && plainText(value.sql);
  return key.length === 1 && only !== undefined && text !== null && text === plainText(only.sql);
}

interface Split {
  readonly joins: readonly JoinedRow[];
  readonly by: readonly string[];
  readonly grouping: Grouping;
  readonly aggregates: readonly Aggregate[];
  readonly isOwn: (value: { readonly rows: ReadonlySet<string> }) => boolean;
}

/** The inner query keeps the alias of the rows, so that the joins find the columns they need under it. */
function split<Context>(
  planning: Planning<Context>,
  { conditions }: Relation<Context>,
  entity: EntityRows<Context>,
  { joins, by, grouping, aggregates, isOwn }: Split,
): PartlyAggregated {
  const row = identifier(entity.alias);
  const prefix = newAlias(planning, 'p');
  const groups: Sql[] = by.map((column) => sql`${row}.${identifier(column)}`);
  const parts: Sql[] = [];
  const carried = (list: Sql[], text: Sql) => {
    const name = identifier(`${prefix}_${groups.length - by.length + parts.length + 1}`);
    list.push(sql`${text} as ${name}`);
    return sql`${row}.${name}`;
  };
  const keys = grouping.columns.map(({ value }) => (isOwn(value) ? carried(groups, value.sql) : value.sql));
  const outer = aggregates.map(({ method }) => {
    const { split: how, distinct } = method;
    if (!how) throw new Error('an aggregate cannot be split');
    const list = distinct ? groups : parts;
    return how.together(how.parts.map((part) => carried(list, part)));
  });
  const filters = joinsOf(entity, new Set(conditions.flatMap(({ rows }) => [...rows])));
  const from = sql`${entity.table} ${row}${joinClauses(filters)}${whereClause(conditions)}`;
  const places = groups.map((_, index) => raw(String(index + 1)));
  const inner = sql`(select ${join([...groups, ...parts])} from ${from} group by ${join(places)})`;
  return {
    keys,
    aggregates: outer,
    select: (list) => sql`select ${list} from ${inner} ${row}${joinClauses(joins)}`,
  };
}

/** The columns of the row that decide what is joined to it; null where more than columns do. */
function columnsThatJoin(joins: readonly JoinedRow[], alias: string): string[] | null {
  const columns = new Set<string>();
  for (const { of, definition } of joins) {
    if (of !== alias) continue;
    if (!definition.by) return null;
    for (const column of definition.by) columns.add(column);
  }
  return [...columns];
}
