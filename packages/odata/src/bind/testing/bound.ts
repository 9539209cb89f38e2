import type { Client } from 'pg';
import type { Source } from '../../model/members.ts';
import { raw, type Rendered, render, type Sql, sql } from '../../sql/fragment.ts';
import { cursorOf } from '../../syntax/cursor.ts';
import { parseExpression } from '../../syntax/expression.ts';
import type { Expression } from '../../syntax/ast.ts';
import { shopModel } from '../../testing/shop-model.ts';
import { entityShape } from '../entity-shape.ts';
import { bindExpression, bindPredicate } from '../expression.ts';
import { fromClause, joinClauses } from '../from-clause.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { Typed } from '../typed.ts';

const NOW = new Date('2024-05-06T07:08:09.010Z');

/** A place to bind expressions in: the row `t` of a set of the shop. */
export interface Place {
  readonly scope: Scope;
  /** FROM and WHERE of the set, with the joins that were asked for. */
  readonly rest: () => Sql;
}

export function placeIn(set: string, aliases: Readonly<Record<string, string>> = {}): Place {
  const found = shopModel.sets[set];
  if (!found) throw new Error(`the shop has no set ${set}`);
  const counter = { next: 0 };
  const from = fromClause({}, counter);
  const shape = entityShape({ type: found.type, alias: 't', from, aliases: counter });
  const read = new Map(Object.entries(aliases).map(([name, text]) => [name, parse(text)]));
  const scope = scopeOf(shape, { aliases: read, enums: shopModel.enums, now: NOW });
  return { scope, rest: () => restOf(found.source, joinClauses(from.joins())) };
}

function restOf({ table, where }: Source<Readonly<Record<string, never>>>, joins: Sql): Sql {
  const condition = where ? where(raw('t'), {}) : sql`true`;
  return sql`from ${table({})} t${joins} where ${condition}`;
}

export function parse(text: string): Expression {
  const cursor = cursorOf(text);
  const expression = parseExpression(cursor);
  cursor.expectEnd();
  return expression;
}

export function bound(text: string, set = 'Products', aliases: Readonly<Record<string, string>> = {}): Typed {
  return bindExpression(parse(text), placeIn(set, aliases).scope);
}

/** The SQL of an expression as a value. */
export function valueSql(text: string, set?: string, aliases?: Readonly<Record<string, string>>): Rendered {
  return render(bound(text, set, aliases).sql);
}

/** The SQL of an expression as a condition. */
export function conditionSql(text: string, set = 'Products'): Rendered {
  return render(bindPredicate(parse(text), placeIn(set).scope));
}

/** The value of an expression without names. */
export async function valueIn(
  client: Client,
  text: string,
  aliases?: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { text: query, values } = render(sql`select ${bound(text, 'Products', aliases).sql} as value`);
  const { rows } = await client.query<{ value: unknown }>(query, [...values]);
  return rows[0]?.value;
}

/** The keys of the rows of a set that fulfil a condition. */
export async function keysWhere(
  client: Client,
  text: string,
  set = 'Products',
  aliases?: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const { scope, rest } = placeIn(set, aliases);
  const condition = bindPredicate(parse(text), scope);
  const { text: query, values } = render(sql`select t.id ${rest()} and ${condition} order by t.id`);
  const { rows } = await client.query<{ id: unknown }>(query, [...values]);
  return rows.map(({ id }) => id);
}
