import { ODataError } from '../error.ts';
import type { Argument, Expression } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { nearBuiltIn } from './functions.ts';
import { parseList } from './list.ts';

/**
 * Parses `(5)`, `(Id=5)`, `(color='red',size=@s)` or `()`. Without names there is one key only, a literal or an alias: `name` is what
 * stands before the parentheses, to say in the error what may have been meant; null where it is no name. Built-in functions are not
 * called in the path of a URL.
 */
export function parseArguments(
  cursor: Cursor,
  parseExpression: (cursor: Cursor) => Expression,
  name: string | null,
  place: 'expression' | 'path' = 'expression',
): Argument[] {
  const start = cursor.peek().position;
  const items = parseList(cursor, (): Argument => {
    const { kind, position } = cursor.peek();
    const { kind: nextKind, text: next } = cursor.peek(1);
    if (kind !== 'name' || nextKind !== 'sign' || next !== '=')
      return { name: null, value: parseExpression(cursor), position };
    const argument = cursor.expectSimpleName("an argument's name");
    cursor.next();
    return { name: argument, value: parseExpression(cursor), position };
  });
  const unnamed = items.find((item) => item.name === null);
  if (unnamed && (items.length > 1 || !isKey(unnamed.value))) {
    throw place === 'path' ? noKey(unnamed) : notKnown(name, start, unnamed);
  }
  if (items.length === 0 && name === null)
    throw new ODataError('SyntaxError', `Expected a key at position ${start}.`, { position: start });
  return items;
}

/** Whether the value can be a key: a literal or a parameter alias. */
export function isKey(value: Expression): boolean {
  if (value.kind === 'literal') return value.type !== 'null';
  if (value.kind !== 'path' || value.segments.length !== 1) return false;
  const [first] = value.segments;
  return first?.type === 'variable' && first.name.startsWith('@');
}

function noKey({ position }: Argument): ODataError {
  const message = `Expected a key at position ${position}, such as 5, 'text', or Id=5,Number=2.`;
  return new ODataError('SyntaxError', message, { position });
}

function notKnown(name: string | null, start: number, argument: Argument): ODataError {
  if (name === null) return noKey(argument);
  const near = nearBuiltIn(name);
  const hint =
    near === null ? 'arguments of functions of the service have names, such as a=5' : `did you mean ${near}`;
  const at = start - name.length;
  return new ODataError('SyntaxError', `There is no built-in function ${name}, at position ${at}; ${hint}?`, {
    position: at,
  });
}
