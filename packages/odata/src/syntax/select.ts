import type { Cursor } from './cursor.ts';
import { parseItems } from './list.ts';
import { type OptionParsers, parseNestedOptions } from './nested-options.ts';
import type { SelectItem } from './options-ast.ts';
import { parseNames } from './property-names.ts';

/** What may stand in parentheses behind a selected property (OData URL Conventions 4.01, 5.1.4). */
const OPTIONS = ['filter', 'search', 'count', 'orderby', 'skip', 'top', 'compute', 'select'] as const;

/** Parses `$select`. */
export function parseSelect(cursor: Cursor, parsers: OptionParsers): SelectItem[] {
  const outer = cursor.enter();
  const items = parseItems(cursor, () => parseItem(cursor, parsers));
  cursor.leave(outer);
  return items;
}

function parseItem(cursor: Cursor, parsers: OptionParsers): SelectItem {
  const { position } = cursor.peek();
  if (cursor.takeSign('*')) return { kind: 'all', position };
  const names = parseNames(cursor);
  const [namespace] = names;
  if (namespace !== undefined && names.length === 1 && cursor.isSign('.')) {
    cursor.next();
    cursor.expectSign('*');
    return { kind: 'all', namespace, position };
  }
  const parameters = parseParameters(cursor);
  if (parameters) return { kind: 'path', names, parameters, options: {}, position };
  return { kind: 'path', names, options: parseNestedOptions(cursor, OPTIONS, parsers), position };
}

/** `(Location,Kind)` behind a function's name; null where options or nothing come next. */
function parseParameters(cursor: Cursor): string[] | null {
  const isList =
    cursor.isSign('(') && cursor.peek(1).kind === 'name' && [',', ')'].includes(cursor.peek(2).text);
  if (!isList) return null;
  cursor.next();
  const names = parseItems(cursor, () => cursor.expectSimpleName("a parameter's name"));
  cursor.expectSign(')');
  return names;
}
