import type { Shape } from '../bind/shape.ts';
import type { QueryOptions } from '../syntax/options-ast.ts';
import type { Relation } from './relation/relation.ts';
import { expansionsOf } from './selection/expansion.ts';
import { type Selection, selectionOf } from './selection/selection.ts';

/** What a context URL says of rows that are less or more than entities: `(Id,Customer(Name))` (OData Protocol 4.01, 10). */
export function contextList<Context>(
  { shape, columns, entity }: Relation<Context>,
  options: QueryOptions,
): string {
  if (entity)
    return listOf(
      shape,
      options,
      columns.map(({ path }) => path[0] ?? ''),
      0,
    );
  const selection = selectionOf(options.select, shape);
  const paths = columns.filter(({ path }) => selection === null || selection.has(path[0] ?? ''));
  return `(${nested(paths.map(({ path }) => path)).join()})`;
}

/** The same for one entity or complex value. */
export function listOf(
  shape: Shape,
  { select, expand }: QueryOptions,
  computed: readonly string[],
  depth: number,
): string {
  const selection = selectionOf(select, shape);
  const expanded = expansionsOf(expand, shape, depth).here.map(({ name, suffix, options: all, repeated }) => {
    // `Children+(Name)`: the same again below, however deep it goes.
    const options = repeated ?? all;
    if (suffix !== null) return suffix === 'ref' ? `${name}/$ref` : `${name}/$count`;
    const member = shape.member(name);
    const inner =
      member?.kind === 'many' ? member.rows.open().shape : member?.kind === 'shape' ? member.shape : null;
    const names = (options.compute ?? []).map((item) => item.name);
    const list =
      inner && options.apply === undefined ? listOf(inner, withoutComputed(options), names, depth + 1) : '';
    return `${name}${repeated ? '+' : ''}${list === '' ? '()' : list}`;
  });
  const selected = selection ? selectedNames(selection) : computed.length > 0 ? ['*', ...computed] : [];
  const all = [...selected, ...expanded];
  return all.length === 0 ? '' : `(${all.join()})`;
}

/** Names that were computed are no members of the plain shape. */
function withoutComputed(options: QueryOptions): QueryOptions {
  const computed = new Set((options.compute ?? []).map(({ name }) => name));
  if (computed.size === 0 || !options.select) return options;
  const select = options.select.filter((item) => item.kind === 'all' || !computed.has(item.names[0] ?? ''));
  return { ...options, select };
}

function selectedNames(selection: Selection): string[] {
  return [...selection].flatMap(([name, inner]) =>
    inner ? selectedNames(inner).map((each) => `${name}/${each}`) : [name],
  );
}

/** `User/Name` and `User/Id` as `User(Name,Id)`. */
function nested(paths: readonly (readonly string[])[]): string[] {
  const byName = Map.groupBy(paths, ([name = '']) => name);
  return [...byName].map(([name, within]) => {
    const inner = within.map((path) => path.slice(1)).filter((path) => path.length > 0);
    return inner.length === 0 ? name : `${name}(${nested(inner).join()})`;
  });
}
