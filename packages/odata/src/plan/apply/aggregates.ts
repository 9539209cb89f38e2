import { bindExpression } from '../../bind/expression.ts';
import { fault } from '../../bind/faults.ts';
import type { Scope } from '../../bind/scope.ts';
import type { Typed } from '../../bind/typed.ts';
import { type Sql, sql } from '../../sql/fragment.ts';
import type { AggregateItem, Expression, PathNode } from '../../syntax/ast.ts';
import { type Planning, scopeWithin } from '../relation/planning.ts';
import { COUNT, type Method, methodOf, noCustomAggregate } from './methods.ts';
import { notOffered } from './not-offered.ts';

/** One item of `aggregate`, bound. */
export interface Aggregate {
  readonly name: string;
  readonly method: Method;
  /** Aliases of the rows that it reads. */
  readonly rows: ReadonlySet<string>;
}

const NO_ROWS: ReadonlySet<string> = new Set();

/** Binds an item of `aggregate`. Throws ODataError for unknown methods and wrong types. */
export function aggregateOf<Context>(
  planning: Planning<Context>,
  item: AggregateItem,
  scope: Scope,
): Aggregate {
  const { expression, method, name, position } = item;
  if (name === null) throw noCustomAggregate(nameOf(expression), position);
  if (expression === null) return countOf(item, name, scope);
  if (method === null) throw noCustomAggregate(nameOf(expression), position);
  const through = throughCollection(planning, expression, scope);
  if (through) return aggregateThrough(through, method, name, position);
  const value = bindExpression(expression, scope);
  return { name, method: methodOf(method, value, position), rows: value.rows };
}

/** `$count`, or `Items/$count`: the sum of how many each row has. */
function countOf({ prefix, position }: AggregateItem, name: string, scope: Scope): Aggregate {
  if (prefix.length === 0) return { name, method: COUNT, rows: NO_ROWS };
  const names = prefix.map((each) => ({ type: 'name', name: each, position }) as const);
  const path: PathNode = { kind: 'path', segments: [...names, { type: 'count', position }], position };
  const { sql: each, rows } = bindExpression(path, scope);
  const whole = sql`coalesce(sum(${each}), 0)::bigint`;
  return { name, method: { ...COUNT, whole, split: null }, rows };
}

interface Through {
  readonly value: Typed;
  /** A query for something of the rows of the collection. */
  readonly of: (column: Sql) => Sql;
  readonly rows: ReadonlySet<string>;
}

/** A path that leads through a to-many navigation: what stands behind it, and the rows it is read from; null for all else. */
function throughCollection<Context>(
  planning: Planning<Context>,
  expression: Expression,
  scope: Scope,
): Through | null {
  if (expression.kind !== 'path') return null;
  let { shape } = scope;
  for (const [index, segment] of expression.segments.entries()) {
    const member = segment.type === 'name' ? shape.member(segment.name) : null;
    if (member?.kind === 'shape') shape = member.shape;
    else if (member?.kind !== 'many') return null;
    else {
      const segments = expression.segments.slice(index + 1);
      if (segments[0]?.type !== 'name') return null;
      const { shape: inner, from, where } = member.rows.open();
      const value = bindExpression({ ...expression, segments }, scopeWithin(planning, inner));
      return {
        value,
        of: (column) => sql`(select ${column} from ${from()} where ${where})`,
        rows: member.rows.outer,
      };
    }
  }
  return null;
}

/** Aggregated for each row, then over the rows. */
function aggregateThrough(
  { value, of, rows }: Through,
  name: string,
  as: string,
  position: number,
): Aggregate {
  const method = methodOf(name, value, position);
  if (!method.split || method.distinct) throw notOffered(`${name} through a collection`, position);
  const parts = method.split.parts.map(of);
  return { name: as, method: { ...method, whole: method.split.together(parts), split: null }, rows };
}

function nameOf(expression: Expression | null): string {
  if (expression?.kind !== 'path') return 'This';
  return expression.segments.map((segment) => (segment.type === 'name' ? segment.name : '')).join('/');
}

/** Throws ODataError when two results, or a result and a key, have the same name. */
export function checkNames(names: readonly { readonly name: string; readonly position: number }[]): void {
  const seen = new Set<string>();
  for (const { name, position } of names) {
    if (seen.has(name))
      throw fault('InvalidQuery', `${name} stands twice, at position ${position}.`, position);
    seen.add(name);
  }
}
