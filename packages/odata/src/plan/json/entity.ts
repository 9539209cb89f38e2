import type { Member, Shape } from '../../bind/shape.ts';
import { sql } from '../../sql/fragment.ts';
import type { ExpandItem } from '../../syntax/options-ast.ts';
import type { Planning } from '../relation/planning.ts';
import { expansionsOf } from '../selection/expansion.ts';
import { isSelected, type Selection } from '../selection/selection.ts';
import { annotationsOf, typeAnnotation } from './full.ts';
import { objectOf, textOf, type JsonParts } from './parts.ts';
import { jsonOfValue } from './value.ts';

/** What of a shape is written. */
export interface Shown {
  readonly selection: Selection | null;
  readonly expand: readonly ExpandItem[] | undefined;
  /** Names of what was computed: shown behind the properties. */
  readonly computed: readonly string[];
  /** Levels of expanding around it. */
  readonly depth: number;
}

/** A structured value as JSON: its selected properties in their order, what was computed, then what is expanded. */
export function jsonOfShape<Context>(planning: Planning<Context>, shape: Shape, shown: Shown): JsonParts {
  const { here, within } = expansionsOf(shown.expand, shape, shown.depth);
  const own = shape.type ? Object.keys(shape.type.properties) : shape.names();
  const members: [string, JsonParts][] = annotationsOf(planning, shape);
  const names = shown.computed.length === 0 ? own : new Set([...own, ...shown.computed]);
  for (const name of names) {
    if (!isSelected(shown.selection, name)) continue;
    const member = shape.member(name);
    if (!member) continue;
    const inner = {
      selection: shown.selection?.get(name) ?? null,
      expand: within.get(name),
      computed: [],
      depth: shown.depth,
    };
    if (member.kind === 'value') members.push(...typeAnnotation(planning, name, member.value));
    members.push([name, jsonOfMember(planning, member, inner)]);
  }
  for (const expansion of here)
    members.push(...planning.expanded(planning, shape, expansion, shown.depth + 1));
  return objectOf(members);
}

function jsonOfMember<Context>(planning: Planning<Context>, member: Member, shown: Shown): JsonParts {
  if (member.kind === 'value') return jsonOfValue(member.value, planning);
  if (member.kind === 'shape') return jsonIfPresent(member, jsonOfShape(planning, member.shape, shown));
  if (member.kind === 'many') throw new Error(`${member.name} is no property`);
  const { value, from } = member.items.open();
  const items = sql`select string_agg(${textOf(jsonOfValue(value, planning))}, ',') from ${from}`;
  return ['[', sql`coalesce((${items}), '')`, ']'];
}

/** The object, or null where there is none. */
export function jsonIfPresent(
  { present }: Pick<Extract<Member, { kind: 'shape' }>, 'present'>,
  json: JsonParts,
): JsonParts {
  if (present === null) return json;
  return [sql`case when ${present.sql} is null then 'null' else ${textOf(json)} end`];
}
