import { findName, type Member, type Shape } from './shape.ts';
import type { Typed } from './typed.ts';

/** A value that `$apply` or `$compute` has made; its path has one name, or those of the path that was grouped by. */
export interface ResultColumn {
  readonly path: readonly string[];
  readonly value: Typed;
}

type Node = Typed | Nested;
interface Nested {
  readonly nested: Record<string, Node>;
}

/** The shape of what was made: names mean its columns, `User/Name` those of a longer path; `base` is what else there is. */
export function resultShape(columns: readonly ResultColumn[], base: Shape | null = null): Shape {
  const root: Nested = { nested: {} };
  for (const { path, value } of columns) place(root, path, value);
  return shapeOf(root, base);
}

function place(root: Nested, path: readonly string[], value: Typed): void {
  let at = root.nested;
  for (const name of path.slice(0, -1)) {
    const known = Object.hasOwn(at, name) ? at[name] : undefined;
    const next = known && 'nested' in known ? known : { nested: {} };
    define(at, name, next);
    at = next.nested;
  }
  define(at, path.at(-1) ?? '', value);
}

/** A plain assignment would do something else with a name such as `__proto__`. */
function define(record: Record<string, Node>, name: string, value: Node): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

function shapeOf({ nested }: Nested, base: Shape | null): Shape {
  return {
    type: base?.type ?? null,
    names: () => [...new Set([...Object.keys(nested), ...(base?.names() ?? [])])],
    member(name) {
      const found = findName(nested, name);
      // Asking the base joins rows: not for what is known already.
      const below = found && !('nested' in found[1]) ? null : (base?.member(name) ?? null);
      return found ? memberOf(...found, below) : below;
    },
  };
}

function memberOf(name: string, node: Node, below: Member | null): Member {
  if (!('nested' in node)) return { kind: 'value', name, value: node };
  return {
    kind: 'shape',
    name,
    shape: shapeOf(node, below?.kind === 'shape' ? below.shape : null),
    present: null,
  };
}
