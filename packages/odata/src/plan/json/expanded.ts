import type { Member, Shape } from '../../bind/shape.ts';
import { ODataError } from '../../error.ts';
import type { NavigationProperty } from '../../model/members.ts';
import { identifier, sql } from '../../sql/fragment.ts';
import { asOperand } from '../../sql/operand.ts';
import type { QueryOptions } from '../../syntax/options-ast.ts';
import { sourceRelation } from '../relation/entity-relation.ts';
import { withComputed } from '../relation/computing.ts';
import { countOf, jsonOfRows, rowsWith } from '../relation/options.ts';
import { searchOfTarget } from '../relation/searching.ts';
import type { Planning } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { selectFrom } from '../relation/select.ts';
import type { Expansion } from '../selection/expansion.ts';
import { selectionOf } from '../selection/selection.ts';
import { within } from '../within.ts';
import { jsonIfPresent, jsonOfShape } from './entity.ts';
import { type JsonParts, textOf } from './parts.ts';
import { referenceOf } from './reference.ts';

type Members = [name: string, value: JsonParts][];

/** The members of an object that an expanded navigation property makes: its annotations and itself. */
export function expandedMembers<Context>(
  planning: Planning<Context>,
  shape: Shape,
  expansion: Expansion,
  depth: number,
): Members {
  const member = shape.member(expansion.name);
  if (member?.kind === 'shape') return [[member.name, jsonOfOne(planning, member, expansion, depth)]];
  if (member?.kind === 'many') return membersOfMany(planning, member, expansion, depth);
  throw new Error(`${expansion.name} is no navigation property`);
}

function jsonOfOne<Context>(
  planning: Planning<Context>,
  member: Extract<Member, { kind: 'shape' }>,
  { name, suffix, options }: Expansion,
  depth: number,
): JsonParts {
  const only = (['filter', 'search', 'orderby', 'top', 'skip', 'count', 'apply'] as const).find(
    (option) => options[option] !== undefined,
  );
  if (only !== undefined || suffix === 'count') {
    const message = `${suffix === 'count' ? '/$count' : `$${only}`} is for collections, and ${name} is at most one.`;
    throw new ODataError('InvalidQuery', message, { target: '$expand' });
  }
  if (suffix === 'ref') return jsonIfPresent(member, referenceOf(planning, member.shape));
  const { shape, columns } = withComputed(planning, member.shape, options.compute ?? []);
  const selection = within('$select', () => selectionOf(options.select, shape));
  const computed = columns.map(({ path }) => path[0] ?? '');
  return jsonIfPresent(
    member,
    jsonOfShape(planning, shape, { selection, expand: options.expand, computed, depth }),
  );
}

function membersOfMany<Context>(
  planning: Planning<Context>,
  member: Extract<Member, { kind: 'many' }>,
  { name, suffix, options }: Expansion,
  depth: number,
): Members {
  const navigation = member.navigation as NavigationProperty<Context>;
  const [outer = ''] = member.rows.outer;
  const countName = `${name}${planning.prefix}count`;
  if (suffix === 'count') return [[countName, countOfMany(planning, navigation, outer, options)]];
  const members: Members =
    options.count === true ? [[countName, countOfMany(planning, navigation, outer, options)]] : [];
  const relation = rowsWith(
    planning,
    relatedRows(planning, navigation, outer),
    options,
    searchOfTarget(planning, navigation),
  );
  const json =
    suffix === 'ref' ? referenceOf(planning, relation.shape) : jsonOfRows(planning, relation, options, depth);
  const inner = selectFrom(relation, sql`${textOf(json)} as json`);
  members.push([name, ['[', sql`coalesce((select string_agg(r.json, ',') from (${inner}) r), '')`, ']']]);
  return members;
}

/** The rows that a navigation leads to from the row with an alias. */
export function relatedRows<Context>(
  planning: Planning<Context>,
  navigation: NavigationProperty<Context>,
  outer: string,
): Relation<Context> {
  const relation = sourceRelation(planning, navigation.target(), navigation.source);
  const alias = relation.entity?.alias ?? '';
  const on = asOperand(navigation.on(identifier(outer), identifier(alias), planning.context));
  return { ...relation, conditions: [{ sql: on, rows: new Set([outer, alias]) }, ...relation.conditions] };
}

function countOfMany<Context>(
  planning: Planning<Context>,
  navigation: NavigationProperty<Context>,
  outer: string,
  options: QueryOptions,
): JsonParts {
  const { filter, search, apply } = options;
  const counted = { ...(filter && { filter }), ...(search && { search }), ...(apply && { apply }) };
  const relation = rowsWith(
    planning,
    relatedRows(planning, navigation, outer),
    counted,
    searchOfTarget(planning, navigation),
  );
  const count = sql`(${countOf(planning, relation)})::text`;
  return planning.ieee754Compatible ? ['"', count, '"'] : [count];
}
