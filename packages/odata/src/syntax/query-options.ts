import { parseApply } from './apply.ts';
import { cursorOf, type Cursor } from './cursor.ts';
import { parseExpand } from './expand.ts';
import { parseExpression } from './expression.ts';
import { parseCompute, parseOrderBy } from './items.ts';
import type { NestedOption, OptionParsers } from './nested-options.ts';
import type { QueryOptions } from './options-ast.ts';
import { parseSearch } from './search.ts';
import { parseSelect } from './select.ts';
import { parseWholeNumber } from './whole-number.ts';

const parsers: OptionParsers = {
  filter: parseExpression,
  orderby: parseOrderBy,
  select: (cursor) => parseSelect(cursor, parsers),
  expand: (cursor) => parseExpand(cursor, parsers),
  compute: parseCompute,
  search: parseSearch,
  apply: parseApply,
  top: parseWholeNumber,
  skip: parseWholeNumber,
  count: parseBoolean,
  levels: parseLevels,
};

/** Says whether a lower-case name is an option with a grammar of its own that a whole request can have. */
export function isOptionName(name: string): name is Exclude<NestedOption, 'levels'> {
  return Object.hasOwn(parsers, name) && name !== 'levels';
}

/** Parses the decoded text of one option, given by its name without the dollar. Throws ODataError with position and what was expected. */
export function parseOption<Name extends NestedOption>(
  name: Name,
  text: string,
): NonNullable<QueryOptions[Name]> {
  const cursor = cursorOf(text);
  const result = parsers[name](cursor, false);
  cursor.expectEnd();
  return result as NonNullable<QueryOptions[Name]>;
}

function parseBoolean(cursor: Cursor): boolean {
  const word = cursor.takeWord('true', 'false')?.text.toLowerCase();
  if (word === undefined) throw cursor.fault('true or false');
  return word === 'true';
}

/** `max`, or a number from 1 without zeros before it. */
function parseLevels(cursor: Cursor): number {
  if (cursor.takeWord('max')) return Number.POSITIVE_INFINITY;
  if (cursor.peek().text.startsWith('0')) throw cursor.fault('max or a whole number, one or more');
  return parseWholeNumber(cursor);
}
