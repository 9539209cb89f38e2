import type { ValueType } from '../model/types.ts';
import { PRIMITIVES } from '../model/types.ts';
import { raw, sql } from '../sql/fragment.ts';
import type { CallNode, TypeNode } from '../syntax/ast.ts';
import { bindArray, bindArrays, isCollection } from './arrays.ts';
import { fault, unknownName } from './faults.ts';
import { builtIns } from './functions/built-ins.ts';
import { castTo } from './functions/cast.ts';
import { collectionLength, hasSubsequence, hasSubset } from './functions/collections.ts';
import type { Bind, Scope } from './scope.ts';
import { isNumber, isSameType, made, primitive, type Typed, widerNumber } from './typed.ts';

/** Binds a call of a built-in function. Throws ODataError for unknown ones and for arguments of wrong types. */
export function bindCall(call: CallNode, scope: Scope, bind: Bind): Typed {
  const { name, args, position } = call;
  if (name === 'cast' || name === 'isof') return bindTyped(call, scope, bind);
  if (name === 'hassubset' || name === 'hassubsequence') {
    const [left, right] = bindArrays(args, scope, bind);
    return (name === 'hassubset' ? hasSubset : hasSubsequence)(left, right, position);
  }
  const [first] = args;
  if (name === 'length' && first && isCollection(first, scope, bind)) {
    return collectionLength(bindArray(first, scope, bind), position);
  }
  if (name.startsWith('geo.') || name === 'isdefined') {
    throw fault('NotImplemented', `${name} is not supported (position ${position}).`, position);
  }
  const builtIn = Object.hasOwn(builtIns, name) ? builtIns[name] : undefined;
  if (!builtIn) throw unknownName('function', name, Object.keys(builtIns), position);
  return builtIn({ name, args: args.map((each) => bind(each, scope)), position, now: scope.now });
}

/** `cast(value,type)`, `isof(value,type)`; without a value both mean the row. */
function bindTyped({ name, args, position }: CallNode, scope: Scope, bind: Bind): Typed {
  const type = args.at(-1);
  if (type?.kind !== 'type')
    throw fault('TypeMismatch', `${name} needs a type (position ${position}).`, position);
  const [value] = args.length > 1 ? args : [];
  if (!value) return ofRow(name, type, scope, position);
  const target = typeNamed(type, scope);
  const bound = bind(value, scope);
  if (name === 'cast') return castTo(bound, target, position);
  const text = isAssignable(bound, target) ? sql`(${bound.sql} is not null)` : raw('false');
  return made(primitive('Edm.Boolean'), text, [bound], position, { nullable: false });
}

/** No type is derived from another: a row is of its own type only. */
function ofRow(name: string, { name: type }: TypeNode, scope: Scope, position: number): Typed {
  if (name === 'cast') {
    throw fault('TypeMismatch', `cast of the whole row at position ${position} is no value.`, position);
  }
  const isOwn = scope.shape.type?.name.toLowerCase() === type.toLowerCase();
  return made(primitive('Edm.Boolean'), raw(String(isOwn)), [], position);
}

function typeNamed({ name, isCollection: isMany, position }: TypeNode, { enums }: Scope): ValueType {
  if (isMany) {
    throw fault('NotImplemented', `Casts of collections are not supported (position ${position}).`, position);
  }
  const lower = name.toLowerCase();
  const known = PRIMITIVES.find((each) => each.toLowerCase() === lower);
  if (known) return primitive(known);
  const found = enums.find((each) => each.name.toLowerCase() === lower);
  if (found) return found;
  throw unknownName('type', name, [...PRIMITIVES, ...enums.map((each) => each.name)], position);
}

/** A value is of its own type, and a number of each wider one. */
function isAssignable({ type }: Typed, target: ValueType): boolean {
  if (isNumber(type) && isNumber(target)) return isSameType(primitive(widerNumber(type, target)), target);
  return isSameType(type, target);
}
