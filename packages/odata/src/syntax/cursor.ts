import { ODataError } from '../error.ts';
import { tokensOf } from './lexer.ts';
import type { Token, TokenKind } from './token.ts';

/** Levels of nesting in one option; deeper ones are refused before they cost a stack. */
const DEEPEST = 100;

/** Tokens of one option, read from left to right. */
export interface Cursor {
  /** The token that comes next. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Whether the next token is this sign, or this word in any letter case. */
  isSign(sign: string): boolean;
  isWord(...words: string[]): boolean;
  /** Takes the sign if it comes next. */
  takeSign(sign: string): boolean;
  takeWord(...words: string[]): Token | null;
  expectSign(sign: string): Token;
  expectKind(kind: TokenKind, what: string): Token;
  expectEnd(): void;
  /** Runs `read` one level deeper. */
  nested<Result>(read: () => Result): Result;
  /** The fault that something else was expected at the next token. */
  fault(expected: string): ODataError;
}

export function cursorOf(text: string): Cursor {
  const tokens = tokensOf(text);
  const last = tokens.length - 1;
  let index = 0;
  let depth = 0;

  const peek = (ahead = 0): Token => {
    const token = tokens[Math.min(index + ahead, last)];
    if (!token) throw new Error('an option has no end');
    return token;
  };

  const next = (): Token => {
    const token = peek();
    if (index < last) index += 1;
    return token;
  };

  const fault = (expected: string): ODataError => {
    const { kind, text: found, position } = peek();
    const what = kind === 'end' ? 'the end' : `"${found.length > 40 ? `${found.slice(0, 40)}…` : found}"`;
    const message = `Expected ${expected} at position ${position}, but found ${what}.`;
    return new ODataError('SyntaxError', message, { position });
  };

  const isSign = (sign: string) => peek().kind === 'sign' && peek().text === sign;
  const isWord = (...words: string[]) => peek().kind === 'name' && words.includes(peek().text.toLowerCase());

  return {
    peek,
    next,
    isSign,
    isWord,
    fault,
    takeSign(sign) {
      if (!isSign(sign)) return false;
      next();
      return true;
    },
    takeWord: (...words) => (isWord(...words) ? next() : null),
    expectSign(sign) {
      if (!isSign(sign)) throw fault(`"${sign}"`);
      return next();
    },
    expectKind(kind, what) {
      if (peek().kind !== kind) throw fault(what);
      return next();
    },
    expectEnd() {
      if (peek().kind !== 'end') throw fault('the end');
    },
    nested(read) {
      depth += 1;
      if (depth > DEEPEST) {
        const { position } = peek();
        throw new ODataError('TooComplex', `Nested deeper than ${DEEPEST} levels at position ${position}.`, {
          position,
        });
      }
      const result = read();
      depth -= 1;
      return result;
    },
  };
}
