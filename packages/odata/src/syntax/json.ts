import { ODataError } from '../error.ts';
import type { JsonValue } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** Parses a JSON value. */
export function parseJson(cursor: Cursor): JsonValue {
  return cursor.nested(() => {
    if (cursor.takeSign('[')) return parseMembers(cursor, ']', parseJson);
    if (cursor.takeSign('{')) return Object.fromEntries(parseMembers(cursor, '}', parseMember));
    return parseScalar(cursor);
  });
}

function parseMembers<Member>(cursor: Cursor, end: string, parse: (cursor: Cursor) => Member): Member[] {
  const members: Member[] = [];
  if (cursor.takeSign(end)) return members;
  do members.push(parse(cursor));
  while (cursor.takeSign(','));
  cursor.expectSign(end);
  return members;
}

function parseMember(cursor: Cursor): [string, JsonValue] {
  const name = textOf(cursor);
  cursor.expectSign(':');
  return [name, parseJson(cursor)];
}

function parseScalar(cursor: Cursor): JsonValue {
  const { kind, text } = cursor.peek();
  if (kind === 'jsonString') return textOf(cursor);
  const isNegative = cursor.takeSign('-');
  const number = cursor.peek();
  if (number.kind === 'integer' || number.kind === 'decimal') {
    cursor.next();
    return { number: `${isNegative ? '-' : ''}${number.text}` };
  }
  const constants: Record<string, JsonValue> = { true: true, false: false, null: null };
  const constant = isNegative ? undefined : constants[text];
  if (constant === undefined) throw cursor.fault('a JSON value');
  cursor.next();
  return constant;
}

function textOf(cursor: Cursor): string {
  const { text, position } = cursor.expectKind('jsonString', 'a text in double quotes');
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new ODataError('SyntaxError', `The JSON text at position ${position} has a wrong escape.`, {
      position,
    });
  }
}
