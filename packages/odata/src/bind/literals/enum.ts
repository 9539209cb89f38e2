import type { EnumType } from '../../model/types.ts';
import { fault, unknownName } from '../faults.ts';
import { findName } from '../shape.ts';

const NUMBER = /^[+-]?\d{1,10}$/;
const LARGEST = 2 ** 31;

/** The number of a member, of several with commas between them, or of what is a number already. Throws ODataError for others. */
export function enumValue(type: EnumType, text: string, position: number): number {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > 1 && !type.isFlags) {
    throw fault(
      'TypeMismatch',
      `${type.name} takes one member at position ${position}, not several.`,
      position,
    );
  }
  return parts.reduce((value, part) => value | memberValue(type, part, position), 0);
}

function memberValue(type: EnumType, text: string, position: number): number {
  const member = findName(type.members, text);
  if (member) return member[1];
  const number = Number(text);
  if (NUMBER.test(text) && number >= -LARGEST && number < LARGEST) return number;
  throw unknownName(`member of ${type.name}`, text, Object.keys(type.members), position);
}

/** The enumeration of that name among those of the model. Throws ODataError when there is none. */
export function enumNamed(enums: readonly EnumType[], name: string, position: number): EnumType {
  const lower = name.toLowerCase();
  const found =
    enums.find((each) => each.name === name) ?? enums.find((each) => each.name.toLowerCase() === lower);
  if (found) return found;
  const names = enums.map((each) => each.name);
  throw unknownName('enumeration', name, names, position);
}
