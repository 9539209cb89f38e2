import { ODataError } from '../error.ts';
import type { LiteralNode, LiteralType } from './ast.ts';
import type { Token, TokenKind } from './token.ts';

const plain: Partial<Record<TokenKind, LiteralType>> = {
  integer: 'integer',
  decimal: 'decimal',
  guid: 'guid',
  date: 'date',
  dateTime: 'dateTimeOffset',
  timeOfDay: 'timeOfDay',
};

const DURATION = /^[+-]?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i;
const BASE64URL = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}(?:==)?|[A-Za-z0-9_-]{3}=?)?$/;

/** The literal of a token, or null when it is none. Throws ODataError for a malformed quoted value. */
export function literalOf(token: Token): LiteralNode | null {
  const { kind, text, position } = token;
  const literal = (type: LiteralType, value: string): LiteralNode => ({
    kind: 'literal',
    type,
    value,
    position,
  });
  const type = plain[kind];
  if (type !== undefined) return literal(type, text);
  if (kind === 'string') return literal('string', unquoted(text));
  if (kind === 'quoted') return quotedLiteral(token);
  if (kind !== 'name') return null;
  if (text === 'INF' || text === 'NaN') return literal('double', text);
  const word = text.toLowerCase();
  if (word === 'null') return literal('null', 'null');
  if (word === 'true' || word === 'false') return literal('boolean', word);
  return null;
}

/** A number with a minus before it. */
export function negated(literal: LiteralNode, position: number): LiteralNode | null {
  const isNumber = literal.type === 'integer' || literal.type === 'decimal' || literal.value === 'INF';
  return isNumber && !literal.value.startsWith('-')
    ? { ...literal, value: `-${literal.value}`, position }
    : null;
}

function quotedLiteral({ text, position }: Token): LiteralNode {
  const quote = text.indexOf("'");
  const name = text.slice(0, quote);
  const value = unquoted(text.slice(quote));
  switch (name.toLowerCase()) {
    case 'duration':
      check(DURATION.test(value), "a duration such as duration'P1DT2H30M'", position);
      return { kind: 'literal', type: 'duration', value, position };
    case 'binary':
      check(BASE64URL.test(value), "base64url text, such as binary'T0RhdGE'", position);
      return { kind: 'literal', type: 'binary', value, position };
    case 'geography':
    case 'geometry':
      return { kind: 'literal', type: 'geo', value, typeName: name.toLowerCase(), position };
    default:
      return { kind: 'literal', type: 'enum', value, typeName: name, position };
  }
}

function check(isRight: boolean, expected: string, position: number): void {
  if (isRight) return;
  throw new ODataError('SyntaxError', `Expected ${expected} at position ${position}.`, { position });
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll("''", "'");
}
