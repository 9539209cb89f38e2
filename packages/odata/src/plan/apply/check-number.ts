import { mismatch } from '../../bind/faults.ts';
import { isNumber, type Typed } from '../../bind/typed.ts';

/** Throws ODataError unless the value is a number. */
export function checkNumber({ type, position }: Typed, what: string): void {
  if (!isNumber(type)) throw mismatch(what, type, 'a number', position);
}
