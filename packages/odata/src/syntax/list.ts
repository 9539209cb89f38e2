import { ODataError } from '../error.ts';
import type { Cursor } from './cursor.ts';

/** Most items in one list. */
const MOST_ITEMS = 10_000;

/** Parses `item,item,…`, at least one. */
export function parseItems<Item>(cursor: Cursor, parseItem: (cursor: Cursor) => Item): Item[] {
  const items: Item[] = [];
  do {
    if (items.length >= MOST_ITEMS) {
      const { position } = cursor.peek();
      const message = `The list has more than ${MOST_ITEMS} items, at position ${position}.`;
      throw new ODataError('TooComplex', message, { position });
    }
    items.push(parseItem(cursor));
  } while (cursor.takeSign(','));
  return items;
}

/** Parses `(item,item,…)`, also an empty one; with other brackets as well. */
export function parseList<Item>(
  cursor: Cursor,
  parseItem: (cursor: Cursor) => Item,
  [open, close]: readonly [string, string] = ['(', ')'],
): Item[] {
  cursor.expectSign(open);
  if (cursor.takeSign(close)) return [];
  const items = parseItems(cursor, parseItem);
  cursor.expectSign(close);
  return items;
}
