import { type Sql, sql } from '../../sql/fragment.ts';
import type { PathSegment } from '../../syntax/ast.ts';
import { checkBoolean, fault } from '../faults.ts';
import { conditionOf } from '../operators/logical.ts';
import { type Bind, type Scope, withShape, withVariable } from '../scope.ts';
import { made, primitive, type Typed } from '../typed.ts';
import { openSeveral, type Opened, type Several } from './rows.ts';

type Lambda = Extract<PathSegment, { type: 'any' | 'all' }>;
type Count = Extract<PathSegment, { type: 'count' }>;
type Filter = Extract<PathSegment, { type: 'filter' }>;

/** What a collection in a path is asked, and the filters that stand before it. */
export interface Asked {
  readonly member: Several;
  readonly filters: readonly Filter[];
  readonly scope: Scope;
  readonly bind: Bind;
}

/** `Items/any(i:…)`, `Items/all(i:…)`: never null; no row is any, and all rows of none (OData URL Conventions 4.01, 5.1.1.13). */
export function bindLambda(asked: Asked, lambda: Lambda): Typed {
  const { scope, bind } = asked;
  const opened = openSeveral(asked.member);
  const filters = bindFilters(asked, opened);
  const { variable, predicate, position } = lambda;
  const inner = variable === undefined ? scope : withVariable(scope, variable, opened.element);
  const bound = predicate ? [condition(bind(predicate, inner), `The condition of "${lambda.type}"`)] : [];
  const conditions = [...filters, ...bound].map(conditionOf);
  const last = conditions.at(-1);
  if (lambda.type === 'all' && last) conditions.splice(-1, 1, sql`${last} is not true`);
  const exists = sql`exists (select 1 ${opened.rest(conditions)})`;
  const text = lambda.type === 'all' ? sql`(not ${exists})` : exists;
  return asking(text, 'Edm.Boolean', opened, [...filters, ...bound], position);
}

/** `Items/$count`, also with `$filter`. */
export function bindCount(asked: Asked, { filter, search, position }: Count): Typed {
  if (search) {
    throw fault('NotImplemented', `$search within $count is not supported (position ${position}).`, position);
  }
  const opened = openSeveral(asked.member);
  const filters = bindFilters(asked, opened);
  if (filter) filters.push(bindFilter(asked, opened, filter));
  const text = sql`(select count(*) ${opened.rest(filters.map(conditionOf))})`;
  return asking(text, 'Edm.Int64', opened, filters, position);
}

/** A value of the one row that fulfils the conditions; null when there is none. */
export function valueOfOne(opened: Opened, conditions: readonly Typed[], value: Typed): Typed {
  const text = sql`(select ${value.sql} ${opened.rest(conditions.map(conditionOf))} limit 1)`;
  return { ...value, nullable: true, sql: text, rows: opened.outer([value, ...conditions]) };
}

export function bindFilters(asked: Asked, opened: Opened): Typed[] {
  return asked.filters.map(({ predicate }) => bindFilter(asked, opened, predicate));
}

/** A condition in which bare names, and `$this`, mean the row or item; `$it` stays. */
function bindFilter({ scope, bind }: Asked, { element }: Opened, predicate: Filter['predicate']): Typed {
  const named = element.kind === 'shape' ? withShape(scope, element.shape) : scope;
  return condition(bind(predicate, withVariable(named, '$this', element)), 'The condition of a filter');
}

function condition(value: Typed, what: string): Typed {
  checkBoolean(value, what);
  return value;
}

function asking(
  text: Sql,
  type: 'Edm.Boolean' | 'Edm.Int64',
  opened: Opened,
  inner: readonly Typed[],
  position: number,
): Typed {
  return { ...made(primitive(type), text, [], position), rows: opened.outer(inner) };
}
