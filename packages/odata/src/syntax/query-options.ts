import { ODataError } from '../error.ts';
import { parseApply } from './apply.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseCompute, parseOrderBy } from './items.ts';
import type { ExpandItem, QueryOptions, SelectItem } from './options-ast.ts';
import { parseSearch } from './search.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type OptionName = keyof QueryOptions;
type Parsers = { [Name in OptionName]-?: (cursor: Cursor) => NonNullable<QueryOptions[Name]> };

const parsers: Parsers = {
  filter: (cursor) => parseExpression(cursor),
  orderby: parseOrderBy,
  select: parseSelect,
  expand: parseExpand,
  compute: parseCompute,
  search: parseSearch,
  apply: parseApply,
  top: parseWholeNumber,
  skip: parseWholeNumber,
  count: parseBoolean,
  levels: parseLevels,
};

/** The options that a request may have of its own; `$levels` belongs within `$expand`. */
export const SYSTEM_OPTIONS = Object.freeze(Object.keys(parsers).filter((name) => name !== 'levels'));

/** Says whether a lower-case name is a system query option that can stand within `$expand` or `$select` too. */
export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(parsers, name);
}

/** Parses the text of one option. */
export function parseOption<Name extends OptionName>(cursor: Cursor, name: Name): ReturnType<Parsers[Name]> {
  return parsers[name](cursor) as ReturnType<Parsers[Name]>;
}

/** Parses `$select`. */
function parseSelect(cursor: Cursor): SelectItem[] {
  const items: SelectItem[] = [];
  do items.push(parseSelectItem(cursor));
  while (cursor.takeSign(','));
  return items;
}

function parseSelectItem(cursor: Cursor): SelectItem {
  const { position } = cursor.peek();
  if (cursor.takeSign('*')) return { kind: 'all', position };
  const names = parseNames(cursor);
  return { kind: 'path', names, options: parseNestedOptions(cursor), position };
}

/** Parses `$expand`. */
function parseExpand(cursor: Cursor): ExpandItem[] {
  const items: ExpandItem[] = [];
  do items.push(cursor.nested(() => parseExpandItem(cursor)));
  while (cursor.takeSign(','));
  return items;
}

function parseExpandItem(cursor: Cursor): ExpandItem {
  const { position } = cursor.peek();
  const names = cursor.takeSign('*') ? ['*'] : parseNames(cursor);
  let suffix: ExpandItem['suffix'] = null;
  if (cursor.takeSign('/')) {
    cursor.expectSign('$');
    const word = cursor.takeWord('ref', 'count')?.text.toLowerCase();
    if (word !== 'ref' && word !== 'count') throw cursor.fault('"ref" or "count"');
    suffix = word;
  }
  return { names, suffix, options: parseNestedOptions(cursor), position };
}

/** Names with slashes between them; a `/$…` behind them is left to the caller. */
function parseNames(cursor: Cursor): string[] {
  const names = [cursor.expectKind('name', 'a property').text];
  while (cursor.isSign('/') && cursor.peek(1).kind === 'name') {
    cursor.next();
    names.push(cursor.next().text);
  }
  return names;
}

/** `($filter=…;$top=5)`, with or without the dollars. */
function parseNestedOptions(cursor: Cursor): QueryOptions {
  const options: Mutable<QueryOptions> = {};
  if (!cursor.takeSign('(')) return options;
  do {
    cursor.takeSign('$');
    const token = cursor.expectKind('name', 'an option such as $filter');
    const name = token.text.toLowerCase();
    if (!isOptionName(name)) {
      const message = `${token.text} is no option here; there are ${Object.keys(parsers).join(', ')}.`;
      throw new ODataError('SyntaxError', message, { position: token.position });
    }
    if (options[name] !== undefined) {
      throw new ODataError('SyntaxError', `$${name} stands twice.`, { position: token.position });
    }
    cursor.expectSign('=');
    Object.assign(options, { [name]: parseOption(cursor, name) });
  } while (cursor.takeSign(';'));
  cursor.expectSign(')');
  return options;
}

function parseWholeNumber(cursor: Cursor): number {
  const { text, position } = cursor.expectKind('integer', 'a whole number, zero or more');
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new ODataError('SyntaxError', `${text} is too large.`, { position });
}

function parseBoolean(cursor: Cursor): boolean {
  const word = cursor.takeWord('true', 'false')?.text.toLowerCase();
  if (word === undefined) throw cursor.fault('true or false');
  return word === 'true';
}

function parseLevels(cursor: Cursor): number {
  return cursor.takeWord('max') ? Number.POSITIVE_INFINITY : parseWholeNumber(cursor);
}
