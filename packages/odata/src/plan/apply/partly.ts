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
 * few groups are joined, and aggregated again by what the joined rows say. Rows of large tables are joined before, where their columns
 * would leave too many groups. null where the query does not allow it: nothing is joined after, an aggregate reads a row that is, or
 * a join depends on more than columns.
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
  const early = rowsJoinedEarly(entity, grouping);
  const isEarly = ({ rows }: Reads) => [...rows].every((row) => early.has(row));
  const lateKeys = grouping.columns.filter(({ value }) => !isEarly(value));
  const canSplit =
    lateKeys.length > 0 &&
    lateKeys.every(({ value }) => ![...value.rows].some((row) => early.has(row))) &&
    aggregates.every((aggregate) => aggregate.method.split && isEarly(aggregate)) &&
    !aggregates.some(({ method }) => isKey(relation, method.distinct));
  if (!canSplit) return null;
  const joins = joinsOf(entity, new Set(lateKeys.flatMap(({ value }) => [...value.rows])));
  const late = joins.filter((joined) => !early.has(joined.alias));
  const by = columnsThatJoin(late, alias);
  if (!by) return null;
  return split(planning, relation, entity, { joins: late, by, grouping, aggregates, isEarly });
}

/**
 * The aliases of what is joined before rows are aggregated, the rows themselves among them: those of large tables, with all that
 * belongs to them, unless they are all that rows are grouped by.
 */
function rowsJoinedEarly<Context>(entity: EntityRows<Context>, { columns }: Grouping): ReadonlySet<string> {
  const { alias } = entity;
  const joins = joinsOf(entity, new Set(columns.flatMap(({ value }) => [...value.rows])));
  const direct = joins.filter(({ of }) => of === alias);
  const isOnly = direct.length === 1 && columns.every(({ value }) => !value.rows.has(alias));
  const early = new Set([alias]);
  if (isOnly) return early;
  for (const { alias: joined, of, definition } of joins) {
    if (of === alias ? definition.isLarge === true : early.has(of)) early.add(joined);
  }
  return early;
}

interface Reads {
  /** Aliases of the rows that are read. */
  readonly rows: ReadonlySet<string>;
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
  readonly isEarly: (value: Reads) => boolean;
}

/** The inner query keeps the alias of the rows, so that the joins find the columns they need under it. */
function split<Context>(
  planning: Planning<Context>,
  { conditions }: Relation<Context>,
  entity: EntityRows<Context>,
  { joins, by, grouping, aggregates, isEarly }: Split,
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
  const keys = grouping.columns.map(({ value }) => (isEarly(value) ? carried(groups, value.sql) : value.sql));
  const outer = aggregates.map(({ method }) => {
    const { split: how, distinct } = method;
    if (!how) throw new Error('an aggregate cannot be split');
    const list = distinct ? groups : parts;
    return how.together(how.parts.map((part) => carried(list, part)));
  });
  const grouped: Reads[] = [...aggregates, ...grouping.columns.map(({ value }) => value)];
  const read = [...conditions, ...grouped.filter(isEarly)];
  const early = joinsOf(entity, new Set(read.flatMap(({ rows }) => [...rows])));
  const from = sql`${entity.table} ${row}${joinClauses(early)}${whereClause(conditions)}`;
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
