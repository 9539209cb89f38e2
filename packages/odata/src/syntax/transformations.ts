import type { Cursor } from './cursor.ts';

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

/** Whether a transformation begins here, and not an expression. */
export function beginsTransformation(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  const isCall = cursor.peek(1).text === '(';
  if (kind !== 'name') return false;
  const word = text.toLowerCase();
  return (
    word === 'identity' ||
    (isCall && (isTransformation(word) || (text.includes('.') && !word.startsWith('geo.'))))
  );
}
