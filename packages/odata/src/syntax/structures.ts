import { ODataError } from '../error.ts';
import type { ArrayNode, Expression, ObjectNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseList } from './list.ts';

type ParseExpression = (cursor: Cursor) => Expression;

/** Parses `[…]`: JSON, in which expressions may stand as well (OData URL Conventions 4.01, 5.1.1.13). */
export function parseArray(cursor: Cursor, parseExpression: ParseExpression): ArrayNode {
  const { position } = cursor.peek();
  const items = parseList(cursor, () => parseMember(cursor, parseExpression), ['[', ']']);
  return { kind: 'array', items, position };
}

/** Parses `{"name":…}`. */
export function parseObject(cursor: Cursor, parseExpression: ParseExpression): ObjectNode {
  const { position } = cursor.peek();
  const parseProperty = () => {
    const name = parseText(cursor);
    cursor.expectSign(':');
    return { name, value: parseMember(cursor, parseExpression) };
  };
  return { kind: 'object', members: parseList(cursor, parseProperty, ['{', '}']), position };
}

function parseMember(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { kind, position } = cursor.peek();
  if (kind !== 'jsonString') return parseExpression(cursor);
  return { kind: 'literal', type: 'string', value: parseText(cursor), position };
}

function parseText(cursor: Cursor): string {
  const { text, position } = cursor.expectKind('jsonString', 'a name in double quotes');
  try {
    return JSON.parse(text) as string;
  } catch {
    const message = `The text in double quotes at position ${position} has an escape or a character that JSON does not allow.`;
    throw new ODataError('SyntaxError', message, { position });
  }
}
