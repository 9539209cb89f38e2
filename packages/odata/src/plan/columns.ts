import type { Member, Shape } from '../bind/shape.ts';
import type { ResultType } from '../bind/typed.ts';
import type { Column, ColumnType } from '../http/executor.ts';
import type { QueryOptions } from '../syntax/options-ast.ts';
import type { Relation } from './relation/relation.ts';
import { expansionsOf } from './selection/expansion.ts';
import { isSelected, type Selection, selectionOf } from './selection/selection.ts';

/** The columns of a table of the rows, in the order of their JSON: values within complex values and to-one expansions each have one. */
export function columnsOf<Context>(
  { shape, columns, entity }: Relation<Context>,
  options: QueryOptions,
): Column[] {
  const selection = selectionOf(options.select, shape);
  if (entity)
    return columnsOfShape(
      shape,
      selection,
      options,
      columns.map(({ path }) => path[0] ?? ''),
    );
  return columns
    .filter(({ path }) => isSelected(selection, path[0] ?? ''))
    .map(({ path, value }) => ({ path, type: columnType(value.type) }));
}

/** The same of one entity or complex value. */
export function columnsOfShape(
  shape: Shape,
  selection: Selection | null,
  { expand }: QueryOptions,
  computed: readonly string[],
  depth = 0,
): Column[] {
  const own = shape.type ? Object.keys(shape.type.properties) : shape.names();
  const all = computed.length === 0 ? own : [...new Set([...own, ...computed])];
  const names = selection ? all.filter((name) => selection.has(name)) : all;
  const values = names.flatMap((name) => {
    const member = shape.member(name);
    return member ? columnsOfMember(member, selection?.get(name) ?? null, {}, depth) : [];
  });
  const expanded = expansionsOf(expand, shape, depth).here.flatMap(({ name, suffix, options }) => {
    const member = shape.member(name);
    if (!member || suffix === 'count') return [];
    if (suffix === 'ref') return [{ path: [name], type: 'json' as const }];
    const inner = member.kind === 'shape' ? selectionOf(options.select, member.shape) : null;
    return columnsOfMember(member, inner, options, depth + 1);
  });
  return [...values, ...expanded];
}

function columnsOfMember(
  member: Member,
  selection: Selection | null,
  options: QueryOptions,
  depth: number,
): Column[] {
  const { name } = member;
  if (member.kind === 'value') return [{ path: [name], type: columnType(member.value.type) }];
  if (member.kind !== 'shape') return [{ path: [name], type: 'json' }];
  const inner = columnsOfShape(member.shape, selection, options, [], depth);
  return inner.map(({ path, type }) => ({ path: [name, ...path], type }));
}

/** The type of a column of values. */
export function columnType(type: ResultType): ColumnType {
  if (type.kind === 'null') return 'Edm.String';
  return type.kind === 'enum' ? 'enum' : type.name;
}
