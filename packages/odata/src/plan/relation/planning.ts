import type { EnumType } from '../../model/types.ts';
import type { Expression } from '../../syntax/ast.ts';
import { type Scope, scopeOf } from '../../bind/scope.ts';
import type { Shape } from '../../bind/shape.ts';
import type { Model } from '../../model/model.ts';
import type { JsonParts } from '../json/parts.ts';
import type { ValueStyle } from '../json/value.ts';
import type { Expansion } from '../selection/expansion.ts';

export type Expanded<Context> = (
  planning: Planning<Context>,
  shape: Shape,
  expansion: Expansion,
  depth: number,
) => [name: string, value: JsonParts][];

/** What all parts of the planner of one request share. */
export interface Planning<Context> extends ValueStyle {
  readonly model: Model<Context>;
  readonly context: Context;
  /** Counts aliases across the statement. */
  readonly aliases: { next: number };
  /** Values of parameter aliases. */
  readonly parameters: ReadonlyMap<string, Expression>;
  /** What `now()` answers. */
  readonly now: Date;
  /** Whether rows say of themselves all that a client could work out. */
  readonly isFull: boolean;
  /** The members that an expanded navigation property adds to an object; passed down, because expanding goes on within what is expanded. */
  readonly expanded: Expanded<Context>;
  /** Before the names of annotations: `@odata.` or `@`. */
  readonly prefix: string;
}

/** A scope in which names mean the members of a shape. */
export function scopeWithin<Context>({ parameters, model, now }: Planning<Context>, shape: Shape): Scope {
  const enums: readonly EnumType[] = model.enums;
  return scopeOf(shape, { aliases: parameters, enums, now });
}

/** A new alias, unlike all others of the statement. */
export function newAlias<Context>({ aliases }: Planning<Context>, prefix: string): string {
  aliases.next += 1;
  return `${prefix}${aliases.next}`;
}
