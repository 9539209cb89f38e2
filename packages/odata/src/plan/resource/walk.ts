import { bindExpression } from '../../bind/expression.ts';
import { unknownMember, unknownName } from '../../bind/faults.ts';
import { conditionOf } from '../../bind/operators/logical.ts';
import { keyConditions } from '../../bind/paths/key.ts';
import { findName, type Member, type Shape } from '../../bind/shape.ts';
import { ODataError } from '../../error.ts';
import type { NavigationProperty } from '../../model/members.ts';
import { sql } from '../../sql/fragment.ts';
import type { ResourceSegment } from '../../url/path-ast.ts';
import { relatedRows } from '../json/expanded.ts';
import { sourceRelation } from '../relation/entity-relation.ts';
import { type Planning, scopeWithin } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { searchOfTarget } from '../relation/searching.ts';
import { selectFrom } from '../relation/select.ts';
import { filtered } from '../relation/steps.ts';
import { within } from '../within.ts';
import { keyText } from './key-text.ts';
import type { One, Place, Rows } from './place.ts';

/** Rows of a page of what is in no set. */
const CONTAINED_PAGE = 1000;

/** What the segments lead to. Throws ODataError for names that are not there, and for what cannot follow. */
export function walk<Context>(
  planning: Planning<Context>,
  segments: readonly ResourceSegment[],
): Place<Context> {
  const [first, ...rest] = segments;
  if (first?.type !== 'name') throw new Error('a path begins with no set');
  return rest.reduce<Place<Context>>(
    (place, segment) => within(segment.text, () => step(planning, place, segment)),
    within(first.text, () => startAt(planning, first.name)),
  );
}

function startAt<Context>(planning: Planning<Context>, text: string): Rows<Context> {
  const { sets } = planning.model;
  const found = findName(sets, text);
  if (!found) {
    const { message } = unknownName('entity set', text, Object.keys(sets), 0);
    throw new ODataError('NotFound', message, { position: 0 });
  }
  const [name, { type, source, search, pageSize }] = found;
  const relation = sourceRelation(planning, type, source);
  return { kind: 'rows', relation, search, pageSize, context: name, path: name, parent: null };
}

function step<Context>(
  planning: Planning<Context>,
  place: Place<Context>,
  segment: ResourceSegment,
): Place<Context> {
  switch (segment.type) {
    case 'name':
      return place.kind === 'property' ? misplaced(segment) : memberAt(planning, place, segment);
    case 'arguments':
      return place.kind === 'rows' ? oneByKey(planning, place, segment) : misplaced(segment);
    case 'filter':
      if (place.kind !== 'rows') return misplaced(segment);
      return { ...place, relation: filtered(planning, place.relation, segment.predicate) };
    case 'index':
      throw new ODataError('NotImplemented', 'Items by their place are not offered.', { position: 0 });
    default:
      return misplaced(segment);
  }
}

function misplaced({ text, position }: ResourceSegment): never {
  throw new ODataError('NotFound', `"${text}" cannot follow here.`, { position });
}

function oneByKey<Context>(
  planning: Planning<Context>,
  { relation, context, path }: Rows<Context>,
  { items, position }: Extract<ResourceSegment, { type: 'arguments' }>,
): One<Context> {
  const { shape } = relation;
  const scope = scopeWithin(planning, shape);
  const found = keyConditions(shape, items, scope, bindExpression, position);
  const conditions = found.map((value) => ({ sql: conditionOf(value), rows: value.rows }));
  return {
    kind: 'one',
    relation: { ...relation, conditions: [...relation.conditions, ...conditions], key: [] },
    shape,
    present: null,
    context: `${context}/$entity`,
    path: `${path}${keyText(entityKey(shape), items, planning.parameters)}`,
  };
}

function entityKey({ type }: Shape): readonly string[] {
  return type?.kind === 'entity' ? type.key : [];
}

function memberAt<Context>(
  planning: Planning<Context>,
  place: Rows<Context> | One<Context>,
  segment: Extract<ResourceSegment, { type: 'name' }>,
): Place<Context> {
  const { name, position } = segment;
  const { relation } = place;
  const shape = place.kind === 'rows' ? relation.shape : place.shape;
  if (shape.type?.name.toLowerCase() === name.toLowerCase()) return place;
  if (place.kind === 'rows') return misplaced(segment);
  const member = shape.member(name);
  if (!member) {
    const { message } = unknownMember(name, shape, position);
    throw new ODataError('NotFound', message, { position });
  }
  const path = `${place.path}/${member.name}`;
  if (member.kind === 'many') return relatedTo(planning, place, member, path);
  if (member.kind !== 'shape') return { kind: 'property', relation, member, path };
  const navigation = shape.type?.navigation[member.name];
  const context = navigation ? contextOf(navigation, path, '/$entity') : path;
  return { kind: 'one', relation, shape: member.shape, present: member.present, context, path };
}

/** The rows that a navigation leads to from one row; they are found by it, so that there are none where it is not. */
function relatedTo<Context>(
  planning: Planning<Context>,
  parent: One<Context>,
  { navigation, rows }: Extract<Member, { kind: 'many' }>,
  path: string,
): Rows<Context> {
  const typed = navigation as NavigationProperty<Context>;
  const [outer = ''] = rows.outer;
  const related = relatedRows(planning, typed, outer);
  const [on, ...others] = related.conditions;
  if (!on) throw new Error('a navigation has no condition');
  const found = { ...parent.relation, conditions: [...parent.relation.conditions, on] };
  const condition = { sql: sql`exists (${selectFrom(found, sql`1`)})`, rows: aliasOf(related) };
  const set = typed.set === null ? undefined : planning.model.sets[typed.set];
  return {
    kind: 'rows',
    relation: { ...related, conditions: [condition, ...others] },
    search: searchOfTarget(planning, typed),
    pageSize: set?.pageSize ?? CONTAINED_PAGE,
    context: contextOf(typed, path, ''),
    path,
    parent,
  };
}

function aliasOf<Context>({ entity }: Relation<Context>): ReadonlySet<string> {
  return new Set(entity ? [entity.alias] : []);
}

function contextOf({ set, isContained }: NavigationProperty<never>, path: string, suffix: string): string {
  return `${set === null || isContained ? path : set}${suffix}`;
}
