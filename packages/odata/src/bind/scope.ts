import type { EnumType } from '../model/types.ts';
import type { Expression } from '../syntax/ast.ts';
import type { Shape, Variable } from './shape.ts';
import type { Typed } from './typed.ts';

/** What the names of an expression stand for. */
export interface Scope {
  /** What names mean that no variable stands before. */
  readonly shape: Shape;
  /** `$it`, `$this` and the variables of lambdas. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** Parameter aliases by their names with `@`; one without a value is null. */
  readonly aliases: ReadonlyMap<string, Expression>;
  /** Enumerations of the model. */
  readonly enums: readonly EnumType[];
  /** What `now()` answers. */
  readonly now: Date;
  /** Aliases whose values are being read: none may stand in its own value. */
  readonly reading: readonly string[];
  /** Parts of expressions bound so far, those of aliases each time they are read. */
  readonly work: { parts: number };
}

/** Binds an expression in a scope; passed down so that the parts of the binder need not know each other. */
export type Bind = (expression: Expression, scope: Scope) => Typed;

/** A scope whose names, and `$it`, mean the members of a shape. */
export function scopeOf(
  shape: Shape,
  options: Partial<Pick<Scope, 'aliases' | 'enums' | 'now'>> & { readonly it?: Variable } = {},
): Scope {
  const { aliases = new Map(), enums = [], now = new Date() } = options;
  const it = options.it ?? { kind: 'shape', shape, present: null };
  return { shape, variables: new Map([['$it', it]]), aliases, enums, now, reading: [], work: { parts: 0 } };
}

/** The same scope with one more variable. */
export function withVariable(scope: Scope, name: string, variable: Variable): Scope {
  return { ...scope, variables: new Map([...scope.variables, [name, variable]]) };
}

/** The same scope in which bare names mean the members of another shape; `$it` stays. */
export function withShape(scope: Scope, shape: Shape): Scope {
  return { ...scope, shape };
}
