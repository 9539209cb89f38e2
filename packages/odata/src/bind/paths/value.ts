import { raw } from '../../sql/fragment.ts';
import { fault } from '../faults.ts';
import type { Member } from '../shape.ts';
import { made, primitive, type Typed } from '../typed.ts';

/** The value that a path leads to. Throws ODataError where it leads to more than one value. */
export function valueOf(member: Member, position: number): Typed {
  if (member.kind === 'value') return { ...member.value, position };
  const { name } = member;
  if (member.kind === 'shape') {
    const known = member.shape.names().slice(0, 3).join(', ');
    const message = `${name} at position ${position} is no single value; expected one of its properties, such as ${known}.`;
    throw fault('TypeMismatch', message, position);
  }
  const message = `${name} at position ${position} is a collection; expected any, all or $count behind it.`;
  throw fault('TypeMismatch', message, position);
}

/** The value, or one that is null when the complex value or entity is. */
export function presenceOf(member: Member, position: number): Typed {
  if (member.kind === 'collection') return { ...member.value, position };
  if (member.kind !== 'shape') return valueOf(member, position);
  if (member.present) return { ...member.present, position };
  return made(primitive('Edm.Boolean'), raw('true'), [], position);
}
