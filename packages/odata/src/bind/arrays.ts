import { join, raw, sql } from '../sql/fragment.ts';
import type { Expression } from '../syntax/ast.ts';
import { fault, mismatch, exampleOf } from './faults.ts';
import { commonType, converted, type Target } from './operators/common.ts';
import { aliasOf, readAlias } from './paths/aliases.ts';
import { bindPath } from './paths/path.ts';
import type { Bind, Scope } from './scope.ts';
import { heldAs, isNumber, isSameType, made, type Typed } from './typed.ts';

/** Whether the expression is an array or a collection of the model, not a single value. */
export function isCollection(expression: Expression, scope: Scope, bind: Bind): boolean {
  const alias = aliasOf(expression);
  if (alias !== null) {
    return readAlias(alias, scope, expression.position, (value, inner) => isCollection(value, inner, bind));
  }
  if (expression.kind === 'array') return true;
  const isPlainPath = expression.kind === 'path' && expression.segments.every(({ type }) => type === 'name');
  return isPlainPath && bindPath(expression, scope, bind).kind === 'collection';
}

/** A collection as an array of PostgreSQL, typed as one of its items. Numbers are held as decimals, so that all kinds compare. */
export function bindArray(expression: Expression, scope: Scope, bind: Bind): Typed {
  const { position } = expression;
  const alias = aliasOf(expression);
  if (alias !== null)
    return readAlias(alias, scope, position, (value, inner) => bindArray(value, inner, bind));
  if (expression.kind === 'array')
    return arrayOf(
      expression.items.map((item) => bind(item, scope)),
      position,
    );
  const member = expression.kind === 'path' ? bindPath(expression, scope, bind) : null;
  if (member?.kind !== 'collection') {
    throw fault('TypeMismatch', `Expected a collection such as [1,2] at position ${position}.`, position);
  }
  const { value } = member;
  return isNumber(value.type) ? { ...value, sql: sql`${value.sql}::numeric[]` } : value;
}

/** Two collections whose items can be equal; an empty array has the type of the other. Throws ODataError for others. */
export function bindArrays(args: readonly Expression[], scope: Scope, bind: Bind): readonly [Typed, Typed] {
  const [left, right] = args.map((each) => bindArray(each, scope, bind));
  if (!left || !right) throw new Error('a function of two collections has fewer');
  const known = left.type.kind === 'null' ? right : left;
  if (left.type.kind === 'null' || right.type.kind === 'null') {
    return [typedAs(left, known), typedAs(right, known)];
  }
  const areNumbers = isNumber(left.type) && isNumber(right.type);
  if (areNumbers || (isSameType(left.type, right.type) && left.storage === right.storage))
    return [left, right];
  throw mismatch('An item of the second collection', right.type, exampleOf(left.type), right.position);
}

function typedAs(array: Typed, { type, storage }: Typed): Typed {
  if (array.type.kind !== 'null') return array;
  return {
    ...array,
    type,
    storage,
    sql: raw(`'{}'::${isNumber(type) ? 'numeric' : heldAs(type, storage)}[]`),
  };
}

function arrayOf(items: readonly Typed[], position: number): Typed {
  const [first] = items;
  if (!first) return made({ kind: 'null' }, raw("'{}'"), [], position);
  const target = items.reduce<Typed>((common, item) => {
    const next: Target | null = commonType(common, item);
    if (!next) throw mismatch('An item of the array', item.type, exampleOf(common.type), item.position);
    return { ...common, ...next, literal: common.literal && item.literal };
  }, first);
  const values = join(items.map((item) => converted(item, target).sql));
  const held = isNumber(target.type) ? 'numeric' : heldAs(target.type, target.storage);
  return made(target.type, sql`array[${values}]::${raw(held)}[]`, items, position, { nullable: false });
}
