import type { Argument } from '../../syntax/ast.ts';
import { fault, unknownMember } from '../faults.ts';
import { compare } from '../operators/comparison.ts';
import type { Bind, Scope } from '../scope.ts';
import type { Shape } from '../shape.ts';
import type { Typed } from '../typed.ts';

/** The conditions that a row has this key. Throws ODataError for names that are not of the key, and for a key that is not whole. */
export function keyConditions(
  shape: Shape,
  items: readonly Argument[],
  scope: Scope,
  bind: Bind,
  position: number,
): Typed[] {
  const key = shape.type?.kind === 'entity' ? shape.type.key : [];
  const incomplete = () => {
    const message = `The key at position ${position} needs ${key.join(', ') || 'a property'}, each once.`;
    return fault('InvalidQuery', message, position);
  };
  const given = items.map(({ name, value, position: at }) => {
    if (name === null && key.length !== 1) throw incomplete();
    const member = shape.member(name ?? key[0] ?? '');
    if (member?.kind !== 'value' || !key.includes(member.name)) throw unknownMember(name ?? '', shape, at);
    return { name: member.name, condition: compare('eq', member.value, bind(value, scope), at) };
  });
  const names = new Set(given.map(({ name }) => name));
  if (names.size !== key.length || given.length !== key.length || key.length === 0) {
    throw incomplete();
  }
  return given.map(({ condition }) => condition);
}
