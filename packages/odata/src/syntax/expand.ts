import type { Cursor } from './cursor.ts';
import { parseItems } from './list.ts';
import { type NestedOption, type OptionParsers, parseNestedOptions } from './nested-options.ts';
import type { ExpandItem } from './options-ast.ts';
import { parseNames } from './property-names.ts';

const COUNT_OPTIONS: readonly NestedOption[] = ['filter', 'search'];
const REF_OPTIONS: readonly NestedOption[] = [...COUNT_OPTIONS, 'orderby', 'skip', 'top', 'count'];

/** What may stand in parentheses behind an expanded property (OData URL Conventions 4.01, 5.1.3). */
const OPTIONS: readonly NestedOption[] = [...REF_OPTIONS, 'select', 'expand', 'compute', 'levels', 'apply'];

/** Parses `$expand`. */
export function parseExpand(cursor: Cursor, parsers: OptionParsers): ExpandItem[] {
  return parseItems(cursor, () => {
    const outer = cursor.enter();
    const item = parseItem(cursor, parsers);
    cursor.leave(outer);
    return item;
  });
}

function parseItem(cursor: Cursor, parsers: OptionParsers): ExpandItem {
  const { position } = cursor.peek();
  if (cursor.takeSign('$')) {
    if (!cursor.takeWord('value')) throw cursor.fault('value behind "$"');
    return { names: ['$value'], suffix: null, options: {}, position };
  }
  const names = cursor.isSign('*') ? [] : parseNames(cursor);
  const isAll = names.length === 0 || (cursor.isSign('/') && cursor.peek(1).text === '*');
  if (isAll) {
    cursor.takeSign('/');
    cursor.expectSign('*');
    names.push('*');
  }
  const suffix = parseSuffix(cursor, isAll);
  const allowed = suffix === 'count' ? COUNT_OPTIONS : suffix === 'ref' ? REF_OPTIONS : OPTIONS;
  const options = parseNestedOptions(
    cursor,
    isAll ? allOptions(suffix) : allowed,
    parsers,
    suffix === null && !isAll,
  );
  return { names, suffix, options, position };
}

/** Behind a star there are only levels, and none behind its references. */
function allOptions(suffix: ExpandItem['suffix']): readonly NestedOption[] {
  return suffix === null ? ['levels'] : [];
}

/** `/$ref` or `/$count`. */
function parseSuffix(cursor: Cursor, isAll: boolean): ExpandItem['suffix'] {
  if (!cursor.takeSign('/')) return null;
  cursor.expectSign('$');
  const word = (isAll ? cursor.takeWord('ref') : cursor.takeWord('ref', 'count'))?.text.toLowerCase();
  if (word !== 'ref' && word !== 'count')
    throw cursor.fault(isAll ? 'ref behind "$"' : 'ref or count behind "$"');
  return word;
}
