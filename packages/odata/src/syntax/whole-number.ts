import { ODataError } from '../error.ts';
import type { Cursor } from './cursor.ts';

/** Parses digits. Throws ODataError for anything else, and beyond 2^53. */
export function parseWholeNumber(cursor: Cursor): number {
  const { text, position } = cursor.expectKind('integer', 'a whole number, zero or more');
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new ODataError('SyntaxError', `The number at position ${position} is too large.`, { position });
}
