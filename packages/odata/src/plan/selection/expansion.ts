import { unknownMember } from '../../bind/faults.ts';
import type { Shape } from '../../bind/shape.ts';
import { ODataError } from '../../error.ts';
import type { StructuredType } from '../../model/members.ts';
import type { ExpandItem, QueryOptions } from '../../syntax/options-ast.ts';

/** One navigation property that is shown with what it leads to. */
export interface Expansion {
  readonly name: string;
  readonly suffix: ExpandItem['suffix'];
  readonly options: QueryOptions;
  /** The options of each level where `$levels` expands the same again. */
  readonly repeated?: QueryOptions;
}

/** Levels of expanding within expanding. */
const DEEPEST = 12;

/** Reads `$expand` against a shape: what is expanded at this place, and what within complex values by their names. */
export function expansionsOf(
  items: readonly ExpandItem[] | undefined,
  shape: Shape,
  depth: number,
): { readonly here: readonly Expansion[]; readonly within: ReadonlyMap<string, readonly ExpandItem[]> } {
  const here = new Map<string, Expansion>();
  const within = new Map<string, ExpandItem[]>();
  for (const item of items ?? []) {
    if (depth >= DEEPEST) {
      const message = `$expand is nested deeper than ${DEEPEST} levels.`;
      throw new ODataError('TooComplex', message, { position: item.position });
    }
    const names = item.names.filter((name) => !name.includes('.'));
    const [name, ...rest] = names;
    if (name === undefined) continue;
    if (name === '*') {
      for (const each of Object.keys(shape.type?.navigation ?? {})) {
        if (!here.has(each)) here.set(each, expansion(each, item, depth));
      }
      continue;
    }
    const member = shape.member(name);
    if (!member) throw unknownMember(name, shape, item.position);
    if (isNavigation(shape.type, member.name))
      here.set(member.name, expansion(member.name, nestedPath(item, rest), depth));
    else if (member.kind === 'shape' && rest.length > 0) {
      within.set(member.name, [...(within.get(member.name) ?? []), { ...item, names: rest }]);
    } else if (member.kind === 'shape') {
      // A complex value is shown anyway; clients expand it all the same.
      within.set(member.name, [...(within.get(member.name) ?? []), ...(item.options.expand ?? [])]);
    } else throw unknownMember(name, shape, item.position);
  }
  return { here: [...here.values()], within };
}

function isNavigation(type: StructuredType<never> | null, name: string): boolean {
  return type !== null && Object.hasOwn(type.navigation, name);
}

/** `A/B` expands B within A. */
function nestedPath(item: ExpandItem, rest: readonly string[]): ExpandItem {
  return rest.length === 0
    ? item
    : { ...item, suffix: null, options: { expand: [{ ...item, names: rest }] } };
}

/** `$levels` as one more expansion of the same within it, down to the deepest. */
function expansion(name: string, item: ExpandItem, depth: number): Expansion {
  const { options, suffix, position } = item;
  const { levels = 1 } = options;
  if (levels !== Number.POSITIVE_INFINITY && levels > DEEPEST) {
    throw new ODataError('TooComplex', `$levels is ${DEEPEST} or "max" at most.`, { position });
  }
  const isDeepest = levels <= 1 || depth + 1 >= DEEPEST;
  if (isDeepest) return { name, suffix, options };
  const again: ExpandItem = { ...item, names: [name], options: { ...options, levels: levels - 1 } };
  const expand = [...(options.expand ?? []), again];
  return { name, suffix, options: { ...options, expand }, repeated: options };
}
