import { fault } from '../faults.ts';

/** A pattern as it is read from left to right. */
export interface Reader {
  readonly pattern: string;
  readonly position: number;
  at: number;
  depth: number;
  dot: string;
}

/** Characters of the shorthands, within brackets. */
export const SETS: Readonly<Record<string, string>> = { d: '0-9', w: 'A-Za-z0-9_', s: '[:space:]' };

/** A fault in a pattern, which stands at a position of the query. */
export function refused(what: string, position: number) {
  return fault('InvalidQuery', `${what} (in the pattern at position ${position}).`, position);
}

/** What patterns of ECMAScript have and this service does not. */
export function notSupported(what: string, position: number) {
  return fault('NotImplemented', `In patterns, ${what} not supported (position ${position}).`, position);
}
