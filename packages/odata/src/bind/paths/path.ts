import type { PathNode, PathSegment } from '../../syntax/ast.ts';
import { fault, unknownMember, unknownName } from '../faults.ts';
import type { Bind, Scope } from '../scope.ts';
import type { Member } from '../shape.ts';
import { nameOfType, type Typed } from '../typed.ts';
import { keyConditions } from './key.ts';
import { openSeveral } from './rows.ts';
import { type Asked, bindCount, bindFilters, bindLambda, valueOfOne } from './several.ts';

type Name = Extract<PathSegment, { type: 'name' }>;
type Filter = Extract<PathSegment, { type: 'filter' }>;

/** What a path leads to: a value, a complex value or entity, a navigation, or a collection. Throws ODataError where it leads nowhere. */
export function bindPath({ segments }: Pick<PathNode, 'segments'>, scope: Scope, bind: Bind): Member {
  const [first, ...others] = segments;
  if (!first) throw new Error('a path has no segments');
  let [place, rest] = [start(first, scope), others];
  const filters: Filter[] = [];
  for (let next = rest[0]; next; next = rest[0]) {
    rest = rest.slice(1);
    const several = place.kind === 'many' || place.kind === 'collection' ? place : null;
    const asked: Asked | null = several && { member: several, filters, scope, bind };
    if (asked && next.type === 'filter') filters.push(next);
    else if (asked && next.type === 'arguments') return valueAtKey(asked, next, rest);
    else if (asked && (next.type === 'any' || next.type === 'all'))
      place = valued(next.type, bindLambda(asked, next));
    else if (asked && next.type === 'count') place = valued('$count', bindCount(asked, next));
    else place = step(place, next);
  }
  return place;
}

function valued(name: string, value: Typed): Member {
  return { kind: 'value', name, value };
}

/** A variable, else a member of what bare names mean. */
function start(segment: PathSegment, scope: Scope): Member {
  const { type, position } = segment;
  if (type !== 'variable' && type !== 'name') throw notHere(segment);
  const { name } = segment;
  const variable = scope.variables.get(name);
  if (variable) return { ...variable, name };
  if (type === 'name')
    return memberOf({ kind: 'shape', name: '$it', shape: scope.shape, present: null }, segment);
  if (name.startsWith('@')) {
    throw fault('InvalidQuery', `Nothing can follow the alias ${name} at position ${position}.`, position);
  }
  if (name === '$root' || name === '$these') {
    throw fault('NotImplemented', `${name} is not supported here (position ${position}).`, position);
  }
  throw unknownName('variable', name, [...scope.variables.keys()], position);
}

function step(place: Member, segment: PathSegment): Member {
  const { position } = segment;
  if (segment.type !== 'name') throw notHere(segment);
  if (place.kind === 'shape') return memberOf(place, segment);
  if (place.kind === 'value') {
    const message = `${place.name} is ${nameOfType(place.value.type)} and has no property "${segment.name}" (position ${position}).`;
    throw fault('UnknownName', message, position);
  }
  const message = `${place.name} is a collection: use any, all or $count before position ${position}.`;
  throw fault('InvalidQuery', message, position);
}

/** A member of a row, or the row itself where the name is that of its type. */
function memberOf(place: Extract<Member, { kind: 'shape' }>, { name, position }: Name): Member {
  const member = place.shape.member(name);
  if (member) return member;
  if (place.shape.type?.name.toLowerCase() === name.toLowerCase()) return place;
  throw unknownMember(name, place.shape, position);
}

/** `Items(5)/Amount`: a value of one of the rows. */
function valueAtKey(
  asked: Asked,
  { items, position }: Extract<PathSegment, { type: 'arguments' }>,
  rest: readonly PathSegment[],
): Member {
  const { scope, bind, member } = asked;
  const opened = openSeveral(member);
  const { element } = opened;
  if (element.kind !== 'shape' || rest.length === 0) {
    throw fault('InvalidQuery', `Expected a property behind the key at position ${position}.`, position);
  }
  const conditions = [
    ...bindFilters(asked, opened),
    ...keyConditions(element.shape, items, scope, bind, position),
  ];
  const found = bindPath({ segments: rest }, { ...scope, shape: element.shape, variables: new Map() }, bind);
  if (found.kind !== 'value') {
    throw fault('InvalidQuery', `Expected a value behind the key at position ${position}.`, position);
  }
  return { ...found, value: valueOfOne(opened, conditions, found.value) };
}

function notHere({ type, position }: PathSegment) {
  if (type === 'annotation') {
    return fault('NotImplemented', `Annotations have no values here (position ${position}).`, position);
  }
  if (type === 'aggregate') {
    return fault(
      'NotImplemented',
      `aggregate within an expression is not supported (position ${position}).`,
      position,
    );
  }
  if (type === 'arguments') {
    const message = `No collection and no function stands before the parentheses at position ${position}.`;
    return fault('UnknownName', message, position);
  }
  const word = type === 'count' || type === 'filter' ? `$${type}` : type;
  return fault('InvalidQuery', `${word} needs a collection before position ${position}.`, position);
}
