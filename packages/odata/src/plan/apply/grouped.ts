import { resultShape } from '../../bind/result-shape.ts';
import { primitive, type Typed } from '../../bind/typed.ts';
import { identifier, join, nothing, raw, type Sql, sql } from '../../sql/fragment.ts';
import type { GroupKey } from '../../syntax/apply-ast.ts';
import type { AggregateItem } from '../../syntax/ast.ts';
import { readFrom } from '../relation/columns.ts';
import { newAlias, type Planning, scopeWithin } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { selectFrom } from '../relation/select.ts';
import { unlimited } from '../relation/steps.ts';
import { type Aggregate, aggregateOf, checkNames } from './aggregates.ts';
import { aggregatedInSteps, hasSteps } from './from-steps.ts';
import { type Grouping, groupingOf, type Rollup } from './keys.ts';
import { type PartlyAggregated, partlyAggregated } from './partly.ts';

/** The rows grouped by keys, with aggregates of each group; without keys one row. */
export function grouped<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  keys: readonly GroupKey[],
  items: readonly AggregateItem[],
): Relation<Context> {
  if (hasSteps(items)) return aggregatedInSteps(planning, relation, keys, items, grouped);
  const base = unlimited(planning, relation);
  const scope = scopeWithin(planning, base.shape);
  const grouping = groupingOf(keys, scope);
  const aggregates = items.map((item) => aggregateOf(planning, item, scope));
  checkNames([
    ...grouping.columns
      .filter(({ path }) => path.length === 1)
      .map(({ path }) => ({ name: path[0] ?? '', position: 0 })),
    ...items.map(({ name, position }) => ({ name: name ?? '', position })),
  ]);
  const partly = partlyAggregated(planning, base, grouping, aggregates) ?? whole(base, grouping, aggregates);
  return resultOf(planning, grouping, aggregates, partly);
}

/** Everything in one go: the rows, their keys, and the aggregates over them. */
function whole<Context>(
  relation: Relation<Context>,
  { columns }: Grouping,
  aggregates: readonly Aggregate[],
): PartlyAggregated {
  return {
    keys: columns.map(({ value }) => value.sql),
    aggregates: aggregates.map(({ method }) => method.whole),
    select: (list) => selectFrom({ ...relation, order: [] }, list),
  };
}

/** The groups as rows of a subquery. */
function resultOf<Context>(
  planning: Planning<Context>,
  grouping: Grouping,
  aggregates: readonly Aggregate[],
  partly: PartlyAggregated,
): Relation<Context> {
  const alias = newAlias(planning, 'g');
  const name = (index: number) => identifier(`${alias}_${index + 1}`);
  const hasRollup = grouping.rollups.length > 0;
  // Tells totals from groups whose key is null.
  const level = hasRollup ? [sql`grouping(${join(partly.keys)})`] : [];
  const expressions = [...partly.keys, ...partly.aggregates, ...level];
  const list =
    expressions.length === 0
      ? sql`true as ${name(0)}`
      : join(expressions.map((each, index) => sql`${each} as ${name(index)}`));
  const table = sql`(${partly.select(list)}${groupClause(grouping)})`;
  const read = (value: Typed, index: number) =>
    readFrom(value, alias, sql`${identifier(alias)}.${name(index)}`);
  const keyColumns = grouping.columns.map(({ path, value }, index) => ({ path, value: read(value, index) }));
  const made = aggregates.map(({ name: as, method: { type, nullable, storage } }, index) => ({
    path: [as],
    value: read({ ...NUMBER, type, nullable, storage }, keyColumns.length + index),
  }));
  const columns = [...keyColumns, ...made];
  const key = keyColumns.map(({ value }) => value);
  return {
    shape: resultShape(columns),
    from: () => sql`${table} ${identifier(alias)}`,
    conditions: [],
    order: [],
    skip: 0,
    top: null,
    columns,
    key: hasRollup ? [...key, read(NUMBER, columns.length)] : key,
    entity: null,
  };
}

const NUMBER: Typed = {
  type: primitive('Edm.Int32'),
  nullable: false,
  storage: 'timestamptz',
  sql: raw('0'),
  rows: new Set(),
  literal: null,
  position: 0,
};

/** ` group by 1, grouping sets ((2, 3), (2))`: keys by their places in the list. */
function groupClause({ columns, rollups }: Grouping): Sql {
  if (columns.length === 0) return nothing;
  const rolled = new Set(rollups.flatMap(({ levels }) => levels.flat()));
  const plain = columns.flatMap((_, index) => (rolled.has(index) ? [] : [place(index)]));
  return sql` group by ${join([...plain, ...rollups.map(groupingSets)])}`;
}

function groupingSets({ levels, withTotal }: Rollup): Sql {
  const sets = levels.map((_, index) => levels.slice(0, levels.length - index).flat());
  if (withTotal) sets.push([]);
  return sql`grouping sets (${join(sets.map((set) => sql`(${join(set.map(place))})`))})`;
}

function place(index: number): Sql {
  return raw(String(index + 1));
}
