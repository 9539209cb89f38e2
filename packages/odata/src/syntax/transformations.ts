import type { Cursor } from './cursor.ts';
import { isBuiltIn } from './functions.ts';

/** The transformations of OData Data Aggregation 4.0; custom ones have a namespace. */
export const TRANSFORMATIONS: readonly string[] = [
  'aggregate',
  'groupby',
  'filter',
  'compute',
  'orderby',
  'top',
  'skip',
  'topcount',
  'topsum',
  'toppercent',
  'bottomcount',
  'bottomsum',
  'bottompercent',
  'concat',
  'identity',
  'search',
  'nest',
  'addnested',
  'join',
  'outerjoin',
  'ancestors',
  'descendants',
  'traverse',
];

export function isTransformation(word: string): boolean {
  return TRANSFORMATIONS.includes(word);
}

/** Those that choose or order rows and leave them as they are (rule preservingTrafo). */
const KEEPING: readonly string[] = [
  'filter',
  'orderby',
  'top',
  'skip',
  'topcount',
  'topsum',
  'toppercent',
  'bottomcount',
  'bottomsum',
  'bottompercent',
  'search',
  'ancestors',
  'descendants',
  'traverse',
];

/** Whether the next thing is a transformation that leaves the rows as they are, and not an expression. */
export function beginsKeeping(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  if (kind !== 'name') return false;
  const word = text.toLowerCase();
  const isCustom = text.includes('.') && !isBuiltIn(word);
  return word === 'identity' || (cursor.peek(1).text === '(' && (isCustom || KEEPING.includes(word)));
}
