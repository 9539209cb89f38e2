import { unknownMember } from '../../bind/faults.ts';
import type { Shape } from '../../bind/shape.ts';
import type { SelectItem } from '../../syntax/options-ast.ts';

/** What of a shape is shown: names of its members with what is selected within each; null for everything of it. */
export type Selection = ReadonlyMap<string, Selection | null>;

/** Reads `$select` against a shape; null where everything is shown. Throws ODataError for names that are not there. */
export function selectionOf(items: readonly SelectItem[] | undefined, shape: Shape): Selection | null {
  if (items === undefined) return null;
  const selection = new Map<string, Selection | null>();
  let isAll = false;
  for (const item of items) {
    if (item.kind === 'all') isAll ||= item.namespace === undefined;
    else select(selection, item, item.names, shape);
  }
  return isAll ? null : selection;
}

type PathItem = Extract<SelectItem, { kind: 'path' }>;

function select(
  selection: Map<string, Selection | null>,
  item: PathItem,
  [name, ...rest]: readonly string[],
  shape: Shape,
  position = item.position,
): void {
  if (name === undefined) return;
  const next = position + name.length + 1;
  if (name.includes('.') || name.startsWith('@')) return select(selection, item, rest, shape, next);
  const member = shape.member(name);
  if (!member) throw unknownMember(name, shape, position);
  const known = selection.get(member.name);
  const isWhole = rest.length === 0 && item.options.select === undefined;
  if (isWhole || known === null) {
    selection.set(member.name, null);
    return;
  }
  if (member.kind !== 'shape') {
    throw rest[0] === undefined ? unknownMember(name, shape, position) : unknownMember(rest[0], shape, next);
  }
  const inner = new Map(known);
  if (rest.length > 0) select(inner, item, rest, member.shape, next);
  else
    for (const [each, within] of selectionOf(item.options.select, member.shape) ?? [])
      inner.set(each, within);
  selection.set(member.name, inner);
}

/** Says whether a member is shown. */
export function isSelected(selection: Selection | null, name: string): boolean {
  return selection === null || selection.has(name);
}
