import type { Expression } from '../syntax/ast.ts';
import { fault } from './faults.ts';
import { isAmong, isAmongItems } from './operators/membership.ts';
import { aliasOf, readAlias } from './paths/aliases.ts';
import { bindPath } from './paths/path.ts';
import type { Bind, Scope } from './scope.ts';
import type { Typed } from './typed.ts';

/** `value in …`: a list, an array, an alias that stands for one, or a collection of the model. */
export function bindMembership(
  value: Typed,
  right: Expression,
  scope: Scope,
  bind: Bind,
  position: number,
): Typed {
  const alias = aliasOf(right);
  if (alias !== null) {
    return readAlias(alias, scope, right.position, (items, inner) =>
      bindMembership(value, items, inner, bind, position),
    );
  }
  if (right.kind === 'list' || right.kind === 'array') {
    const items = right.items.map((item) => bind(item, scope));
    return isAmong(value, items, position);
  }
  const member = right.kind === 'path' ? bindPath(right, scope, bind) : null;
  if (member?.kind === 'collection') return isAmongItems(value, member.value, position);
  const message = `Expected a list such as (1,2) or a collection at position ${right.position}.`;
  throw fault('TypeMismatch', message, right.position);
}
