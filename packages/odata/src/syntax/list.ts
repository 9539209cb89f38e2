import { ODataError } from '../error.ts';
import type { Cursor } from './cursor.ts';

/** Most items in one list. */
const MOST_ITEMS = 10_000;

/** Parses `(item,item,…)`, also an empty one. */
export function parseList<Item>(cursor: Cursor, parseItem: (cursor: Cursor) => Item): Item[] {
  cursor.expectSign('(');
  const items: Item[] = [];
  if (cursor.takeSign(')')) return items;
  do {
    if (items.length >= MOST_ITEMS) {
      const { position } = cursor.peek();
      throw new ODataError('TooComplex', `The list has more than ${MOST_ITEMS} items.`, { position });
    }
    items.push(parseItem(cursor));
  } while (cursor.takeSign(','));
  cursor.expectSign(')');
  return items;
}
