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

const DURATION = /^-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/i;
const BASE64URL = /^(?:[\w-]{4})*(?:[\w-]{2}[AEIMQUYcgkosw048]=?|[\w-][AQgw](?:==)?)?$/;
const GEO = /^SRID=\d{1,5};[a-z]+\((?:[\d.,+\-() e]|INF|NaN|[a-z]+\()*\)$/i;
const MEMBERS =
  /^(?:[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}\p{Cf}]*|[+-]?\d+)(?:,(?:[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}\p{Cf}]*|[+-]?\d+))*$/u;

/** The literal of a token, or null when it is none. Throws ODataError for a malformed quoted value. */
export function literalOf(token: Token): LiteralNode | null {
  const { kind, text, position } = token;
  if (kind === 'string') return { kind: 'literal', type: 'string', value: unquoted(text), position };
  if (kind === 'quoted') return quotedLiteral(token);
  const type = kind === 'name' ? wordType(text) : plain[kind];
  if (type === undefined) return null;
  const value = type === 'boolean' || type === 'null' ? text.toLowerCase() : text;
  return { kind: 'literal', type, value, position };
}

function wordType(text: string): LiteralType | undefined {
  if (text.length > 5) return undefined;
  if (text === 'INF' || text === 'NaN') return 'double';
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return 'boolean';
  return word === 'null' ? 'null' : undefined;
}

/** A number, or a date before the year 0, with the sign before it; null for what has no sign. */
export function signed(literal: LiteralNode, sign: '-' | '+', position: number): LiteralNode | null {
  const { type, value } = literal;
  const isNumber = type === 'integer' || type === 'decimal';
  if (sign === '+') return isNumber ? { ...literal, position } : null;
  const hasMinus = isNumber || value === 'INF' || type === 'date' || type === 'dateTimeOffset';
  return hasMinus ? { ...literal, value: `-${value}`, position } : null;
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
      check(BASE64URL.test(value), "base64url text such as binary'T0RhdGE'", position);
      return { kind: 'literal', type: 'binary', value, position };
    case 'geography':
    case 'geometry':
      check(GEO.test(value), "a shape such as geography'SRID=0;Point(142.1 64.1)'", position);
      return { kind: 'literal', type: 'geo', value, typeName: name.toLowerCase(), position };
    default:
      check(MEMBERS.test(value), memberHint(name), position);
      return { kind: 'literal', type: 'enum', value, typeName: name, position };
  }
}

/** Literals of OData 3, whose quotes were dropped with 4.0: by their lower-case prefix, what stands there now. */
const WITHOUT_QUOTES = new Map([
  ['guid', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
  ['datetime', '2024-01-31T08:00:00Z'],
  ['datetimeoffset', '2024-01-31T08:00:00Z'],
]);

function memberHint(name: string): string {
  const example = WITHOUT_QUOTES.get(name.toLowerCase());
  return example === undefined
    ? `members of ${name}, as names or numbers with commas between them,`
    : `the value without ${name} and quotes, such as ${example},`;
}

function check(isRight: boolean, expected: string, position: number): void {
  if (isRight) return;
  throw new ODataError('SyntaxError', `Expected ${expected} at position ${position}.`, { position });
}

function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
}
