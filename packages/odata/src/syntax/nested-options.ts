import { ODataError } from '../error.ts';
import type { Expression } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { QueryOptions } from './options-ast.ts';

/** The options with a grammar of their own, by their names without the dollar. */
export type NestedOption = Exclude<keyof QueryOptions, 'aliases'>;
export type OptionParsers = {
  readonly [Name in NestedOption]-?: (cursor: Cursor, isNested: boolean) => NonNullable<QueryOptions[Name]>;
};

/** Parses `($filter=…;$top=5)`, with or without the dollars; nothing where no parenthesis comes next. */
export function parseNestedOptions(
  cursor: Cursor,
  allowed: readonly NestedOption[],
  parsers: OptionParsers,
  hasAliases = true,
): QueryOptions {
  let options: QueryOptions = {};
  const aliases: Record<string, Expression> = {};
  if (!cursor.isSign('(')) return {};
  if (allowed.length === 0) throw cursor.fault('no options here');
  cursor.next();
  do {
    const { position } = cursor.peek();
    if (hasAliases && cursor.isSign('@')) parseAlias(cursor, aliases);
    else {
      const name = parseName(cursor, allowed);
      if (options[name] !== undefined) throw twice(`$${name}`, position);
      cursor.expectSign('=');
      options = { ...options, [name]: parsers[name](cursor, true) };
    }
  } while (cursor.takeSign(';'));
  cursor.expectSign(')');
  return Object.keys(aliases).length === 0 ? options : { ...options, aliases };
}

function parseName(cursor: Cursor, allowed: readonly NestedOption[]): NestedOption {
  cursor.takeSign('$');
  const { kind, text } = cursor.peek();
  const name = allowed.find((option) => kind === 'name' && option === text.toLowerCase());
  if (!name) throw cursor.fault(`an option (here ${allowed.map((option) => `$${option}`).join(', ')})`);
  cursor.next();
  return name;
}

/** `@name=value`. */
function parseAlias(cursor: Cursor, aliases: Record<string, Expression>): void {
  const { position } = cursor.next();
  const name = `@${cursor.expectSimpleName("an alias's name")}`;
  if (Object.hasOwn(aliases, name)) throw twice(name, position);
  cursor.expectSign('=');
  aliases[name] = parseExpression(cursor);
}

function twice(name: string, position: number): ODataError {
  return new ODataError('SyntaxError', `${name} stands twice, at position ${position}.`, { position });
}
