import { isColour } from '@stint/domain';
import { refusedValue } from '../../refusal.ts';

/** The longest name, in characters. */
const LONGEST = 100;

/** A name as it is stored: without space around it; DbValidationError unless it has 1 to 100 characters. */
export function readName(given: string): string {
  const name = given.trim().normalize();
  const { length } = Array.from(name);
  if (length === 0) throw refusedValue('name', 'must have at least one character that is no space.');
  if (length > LONGEST)
    throw refusedValue('name', `must have at most ${LONGEST} characters; it has ${length}.`);
  return name;
}

/** A colour as it is stored: six hex digits in small letters; a `#` before them is cut. */
export function readColour(given: string): string {
  const colour = given.trim().replace(/^#/, '').toLowerCase();
  if (isColour(colour)) return colour;
  throw refusedValue('color', `must be six hex digits such as 5b5fc7; it was "${given}".`);
}

/** Whether two names are one to a reader. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
