import { ODataError } from '../error.ts';
import { classOf, DIGIT, DOUBLE_QUOTE, isBlank, LETTER, OTHER, QUOTE } from './characters.ts';
import { nameEnd } from './names.ts';
import { guidAt, numberAt } from './numbers.ts';
import type { Token } from './token.ts';

const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;

/**
 * The token that begins at `from` or behind the blanks there; of kind `end` at the end of the text. At `plainNumbers`
 * stand numbers and no times. Throws ODataError at what is no token.
 */
export function tokenAt(text: string, from: number, plainNumbers: ReadonlySet<number>): Token {
  let position = from;
  while (isBlank(text.charCodeAt(position))) position += 1;
  const spaced = position > from;
  if (position >= text.length) return { kind: 'end', text: '', position, spaced };
  const kind = classOf(text.charCodeAt(position));
  if (kind === LETTER || kind === OTHER) return wordAt(text, position, spaced);
  if (kind === DIGIT) {
    return guidAt(text, position, spaced) ?? numberAt(text, position, spaced, plainNumbers.has(position));
  }
  if (kind === QUOTE)
    return { kind: 'string', text: text.slice(position, quotedEnd(text, position)), position, spaced };
  if (kind === DOUBLE_QUOTE) return { kind: 'jsonString', text: jsonText(text, position), position, spaced };
  return { kind: 'sign', text: text.charAt(position), position, spaced };
}

function wordAt(text: string, position: number, spaced: boolean): Token {
  const end = nameEnd(text, position);
  if (end === position) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    throw unexpected(`"${character}" is not expected`, position);
  }
  const guid = end - position === 8 ? guidAt(text, position, spaced) : null;
  if (guid) return guid;
  if (text.charCodeAt(end) !== SINGLE_QUOTE)
    return { kind: 'name', text: text.slice(position, end), position, spaced };
  return { kind: 'quoted', text: text.slice(position, quotedEnd(text, end)), position, spaced };
}

/** The end of the text in single quotes that begins at `start`; a doubled quote is one inside. */
export function quotedEnd(text: string, start: number): number {
  let end = text.indexOf("'", start + 1);
  while (end !== -1 && text.charCodeAt(end + 1) === SINGLE_QUOTE) end = text.indexOf("'", end + 2);
  if (end === -1)
    throw unexpected('The text that begins with a quote has no closing quote; it begins', start);
  return end + 1;
}

function jsonText(text: string, start: number): string {
  for (let end = start + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === BACKSLASH) end += 1;
    else if (code === 0x22) return text.slice(start, end + 1);
  }
  throw unexpected('The text that begins with a double quote has no closing one; it begins', start);
}

function unexpected(what: string, position: number): ODataError {
  return new ODataError('SyntaxError', `${what} at position ${position}.`, { position });
}
