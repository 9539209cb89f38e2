import { ODataError } from '../error.ts';
import type { Token, TokenKind } from './token.ts';

/** Longest text of one option, in characters, and most tokens in it: beyond it is no query that somebody wrote. */
const LONGEST_TEXT = 200_000;

const IDENTIFIER = String.raw`[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]{0,127}`;
const QUOTED = `'(?:[^']|'')*'`;
const YEAR_MONTH_DAY = String.raw`-?(?:0\d{3}|[1-9]\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?`;
const OFFSET = String.raw`(?:Z|z|[+-](?:0\d|1[0-4]):[0-5]\d)`;
/** What may follow a number or date: nothing that would go on with it. */
const ENDS = String.raw`(?![\p{L}\p{Nd}_])`;

/** The first that matches is the token; longer forms stand before those they begin with. */
const forms: readonly (readonly [TokenKind, RegExp])[] = [
  ['guid', form(String.raw`[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}${ENDS}`)],
  ['dateTime', form(`${YEAR_MONTH_DAY}[Tt]${TIME}(?:${OFFSET})?${ENDS}`)],
  ['date', form(`${YEAR_MONTH_DAY}${ENDS}`)],
  ['timeOfDay', form(`${TIME}${ENDS}`)],
  ['decimal', form(String.raw`\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)${ENDS}`)],
  ['integer', form(String.raw`\d+${ENDS}`)],
  ['quoted', form(String.raw`${IDENTIFIER}(?:\.${IDENTIFIER})*${QUOTED}`)],
  ['string', form(QUOTED)],
  ['jsonString', form(String.raw`"(?:[^"\\]|\\.)*"`)],
  ['name', form(String.raw`${IDENTIFIER}(?:\.${IDENTIFIER})*`)],
  ['sign', form(String.raw`[()[\]{},;:/=*+$@|-]`)],
];

function form(source: string): RegExp {
  return new RegExp(source, 'uy');
}

const SPACE = /[ \t]*/y;

/** Cuts the decoded text of one option into tokens, the last of kind `end`. Throws ODataError at what is no token. */
export function tokensOf(text: string): Token[] {
  if (text.length > LONGEST_TEXT) {
    throw new ODataError(
      'TooComplex',
      `The option has ${text.length} characters; at most ${LONGEST_TEXT} are read.`,
    );
  }
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    SPACE.lastIndex = position;
    const spaces = SPACE.exec(text)?.[0].length ?? 0;
    position += spaces;
    const spaced = spaces > 0;
    if (position >= text.length) {
      tokens.push({ kind: 'end', text: '', position, spaced });
      return tokens;
    }
    const token = tokenAt(text, position, spaced);
    tokens.push(token);
    position += token.text.length;
  }
}

function tokenAt(text: string, position: number, spaced: boolean): Token {
  for (const [kind, pattern] of forms) {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0], position, spaced };
  }
  throw new ODataError('SyntaxError', `${faultAt(text, position)} at position ${position}.`, { position });
}

function faultAt(text: string, position: number): string {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  if (character === "'") return 'The text that begins with a quote has no closing quote; it begins';
  if (character === '"') return 'The text that begins with a double quote has no closing one; it begins';
  return `"${character}" is not expected`;
}
