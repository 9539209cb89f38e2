import type { Client } from 'pg';
import type { EntityType, ValueProperty } from '../../model/members.ts';
import type { PrimitiveName } from '../../model/types.ts';
import { identifier, join, parameter, raw, render, type Sql, sql } from '../../sql/fragment.ts';
import { entityShape } from '../entity-shape.ts';
import { bindExpression, bindPredicate } from '../expression.ts';
import { fromClause } from '../from-clause.ts';
import { scopeOf } from '../scope.ts';
import { postgresType, primitive } from '../typed.ts';
import { parse } from './bound.ts';

/** Columns by their names; the type ends with a question mark where the column may be null. */
export type Columns = Readonly<Record<string, PrimitiveName | `${PrimitiveName}?`>>;

export interface Answer {
  /** What the expression is as a value. */
  readonly value: unknown;
  /** Whether it is fulfilled as a condition; null where it is no boolean. */
  readonly holds: boolean | null;
}

/** Evaluates an expression for each of the rows, whose values are texts as PostgreSQL reads them. */
export async function evaluate(
  client: Client,
  columns: Columns,
  rows: readonly (readonly (string | null)[])[],
  expression: string,
): Promise<Answer[]> {
  const counter = { next: 0 };
  const shape = entityShape({
    type: typeOf(columns),
    alias: 't',
    from: fromClause({}, counter),
    aliases: counter,
  });
  const parsed = parse(expression);
  const value = bindExpression(parsed, scopeOf(shape));
  const isCondition = value.type.kind === 'null' || value.type.name === 'Edm.Boolean';
  const holds = isCondition ? sql`(${bindPredicate(parsed, scopeOf(shape))}) is true` : raw('null::boolean');
  const names = Object.keys(columns).map((name) => identifier(name));
  const table = sql`(values ${join(rows.map((row, index) => rowOf(row, columns, index)))}) t(place, ${join(names)})`;
  const { text, values } = render(
    sql`select ${value.sql} as value, ${holds} as holds from ${table} order by place`,
  );
  const { rows: answers } = await client.query<Answer>(text, [...values]);
  return answers.map(({ value: each, holds: fulfilled }) => ({ value: each, holds: fulfilled }));
}

function rowOf(row: readonly (string | null)[], columns: Columns, place: number): Sql {
  const cells = Object.values(columns).map((type, index) => {
    const name = type.replace('?', '') as PrimitiveName;
    return parameter(row[index] ?? null, postgresType(name));
  });
  return sql`(${join([raw(String(place)), ...cells])})`;
}

function typeOf(columns: Columns): EntityType<object> {
  const properties = Object.entries(columns).map(([name, type]): [string, ValueProperty<object>] => [
    name,
    {
      kind: 'value',
      type: primitive(type.replace('?', '') as PrimitiveName),
      nullable: type.endsWith('?'),
      sql: (row) => sql`${row}.${identifier(name)}`,
    },
  ]);
  return {
    kind: 'entity',
    name: 'Test.Row',
    key: [],
    properties: Object.fromEntries(properties),
    navigation: {},
  };
}
