import { ODataError } from '../error.ts';
import { classOf, DIGIT } from './characters.ts';
import { goesOn } from './names.ts';
import type { Token, TokenKind } from './token.ts';

const YEAR = String.raw`(?:0\d{3}|[1-9]\d{3,8})`;
const DAY = `${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,12})?)?`;
const OFFSET = String.raw`(?:[Zz]|[+-](?:0\d:[0-5]\d|1[0-3]:[0-5]\d|14:00))`;

const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/iy;
const DATE = new RegExp(`${DAY}(?:([Tt]${TIME})(${OFFSET})?)?`, 'y');
const TIME_OF_DAY = new RegExp(TIME, 'y');
const DECIMAL = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Longest number, in characters; the widest one of a double has some 310 digits. */
const LONGEST_NUMBER = 400;

const MINUS = 0x2d;
const COLON = 0x3a;
const DOT = 0x2e;

/** The GUID at this place, or null; cheap where there is none. */
export function guidAt(text: string, position: number, spaced: boolean): Token | null {
  if (text.charCodeAt(position + 8) !== MINUS) return null;
  const found = match(GUID, text, position);
  return found && !goesOn(text, position + found[0].length)
    ? { kind: 'guid', text: found[0], position, spaced }
    : null;
}

/**
 * The number, date or time that begins with the digit at this place. `isNumber` says that no time is meant: within `case`, `10:20`
 * can be a value and the next. Throws ODataError where it goes on with what belongs to none.
 */
export function numberAt(text: string, position: number, spaced: boolean, isNumber: boolean): Token {
  let end = position + 1;
  while (classOf(text.charCodeAt(end)) === DIGIT) end += 1;
  const next = text.charCodeAt(end);
  let kind: TokenKind = 'integer';
  if (next === MINUS) {
    const found = match(DATE, text, position);
    if (found) {
      kind = found[1] === undefined ? 'date' : 'dateTime';
      end = position + found[0].length;
      if (kind === 'dateTime' && found[2] === undefined) throw offsetMissing(end);
    }
  } else if (next === COLON && !isNumber) {
    const found = match(TIME_OF_DAY, text, position);
    if (found) {
      kind = 'timeOfDay';
      end = position + found[0].length;
    }
  } else if (next === DOT || next === 0x65 || next === 0x45) {
    const length = match(DECIMAL, text, position)?.[0].length ?? 0;
    if (position + length > end) kind = 'decimal';
    end = position + length;
  }
  if (goesOn(text, end)) throw fault(text, position, end);
  if (end - position > LONGEST_NUMBER) {
    const message = `The number at position ${position} has more than ${LONGEST_NUMBER} characters.`;
    throw new ODataError('TooComplex', message, { position });
  }
  return { kind, text: text.slice(position, end), position, spaced };
}

function match(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function offsetMissing(position: number): ODataError {
  const message = `Expected an offset such as Z or +02:00 (at most 14 hours) behind the time at position ${position}.`;
  return new ODataError('SyntaxError', message, { position });
}

function fault(text: string, position: number, end: number): ODataError {
  const found = text.slice(position, Math.min(end + 20, position + 60));
  const message = `Expected a number, date, time or GUID at position ${position}, but found "${found}".`;
  return new ODataError('SyntaxError', message, { position: end });
}
