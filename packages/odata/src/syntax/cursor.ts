import { ODataError } from '../error.ts';
import { tokenAt } from './lexer.ts';
import type { Token, TokenKind } from './token.ts';

/** Longest text of one option, in characters: beyond it is no query that somebody wrote. */
const LONGEST_TEXT = 200_000;

/** Levels of nesting in one option; deeper ones are refused before they cost a stack. */
const DEEPEST = 100;

/** Levels of the tree; operators in a row nest too, without a parenthesis. */
const HIGHEST = 200;

/** The text of one option, read from left to right; tokens are cut only as they are asked for. */
export interface Cursor {
  readonly text: string;
  /** The token that comes next, or one behind it. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Whether the next token is this sign, or this word in any letter case. */
  isSign(sign: string): boolean;
  isWord(...words: string[]): boolean;
  /** Takes the sign or the word if it comes next. */
  takeSign(sign: string): boolean;
  takeWord(...words: string[]): Token | null;
  expectSign(sign: string): Token;
  expectKind(kind: TokenKind, what: string): Token;
  /** The text of a name without a namespace. */
  expectSimpleName(what: string): string;
  expectEnd(): void;
  /** Characters read so far. */
  offset(): number;
  /** Goes on at this place, for what is cut by other rules (`$search`) or read again. */
  moveTo(position: number): void;
  /** Goes back to this place; at `numberAt` stands a number then, not a time. */
  reread(position: number, numberAt: number): void;
  /** One level deeper, until `leave` with what this returns; throws ODataError where that is too deep. */
  enter(): number;
  leave(outer: number): void;
  /** Says that what was read on this level moves one level down in the tree: an operator stands behind it. */
  deepen(): void;
  /** The fault that something else was expected at the token that comes next, or was read before. */
  fault(expected: string, token?: Token): ODataError;
}

/** Begins to read the decoded text of an option. Throws ODataError when it is too long. */
export function cursorOf(text: string): Cursor {
  if (text.length > LONGEST_TEXT) {
    throw new ODataError(
      'TooComplex',
      `The option has ${text.length} characters; at most ${LONGEST_TEXT} are read.`,
    );
  }
  /** What was cut and not taken yet. */
  const ahead: Token[] = [];
  const plainNumbers = new Set<number>();
  let taken = 0;
  let depth = 0;
  /** Of the tree that was read on this level. */
  let height = 0;

  const peek = (distance = 0): Token => {
    let token = ahead[distance];
    while (!token) {
      const last = ahead.at(-1);
      ahead.push(tokenAt(text, last ? endOf(last) : taken, plainNumbers));
      token = ahead[distance];
    }
    return token;
  };

  const next = (): Token => {
    const token = peek();
    ahead.shift();
    taken = endOf(token);
    return token;
  };

  const isSign = (sign: string) => {
    const token = peek();
    return token.kind === 'sign' && token.text === sign;
  };
  const isWord = (...words: string[]) => {
    const token = peek();
    return token.kind === 'name' && words.includes(token.text.toLowerCase());
  };

  const fault = (expected: string, token = peek()): ODataError => {
    const { kind, text: found, position } = token;
    const what = kind === 'end' ? 'the end' : `"${found.length > 40 ? `${found.slice(0, 40)}…` : found}"`;
    const message = `Expected ${expected} at position ${position}, but found ${what}.`;
    return new ODataError('SyntaxError', message, { position });
  };

  const tooDeep = () => {
    const { position } = peek();
    return new ODataError(
      'TooComplex',
      `Nested too deeply (more than ${DEEPEST} levels) at position ${position}.`,
      {
        position,
      },
    );
  };

  const moveTo = (position: number) => {
    ahead.length = 0;
    taken = position;
  };

  return {
    text,
    peek,
    next,
    isSign,
    isWord,
    fault,
    moveTo,
    offset: () => taken,
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
    expectSimpleName(what) {
      const { kind, text: name } = peek();
      if (kind !== 'name' || name.includes('.')) throw fault(what);
      return next().text;
    },
    expectEnd() {
      if (peek().kind !== 'end') throw fault('the end');
    },
    reread(position, numberAt) {
      plainNumbers.add(numberAt);
      moveTo(position);
    },
    enter() {
      depth += 1;
      if (depth > DEEPEST) throw tooDeep();
      const outer = height;
      height = 0;
      return outer;
    },
    leave(outer) {
      depth -= 1;
      height = Math.max(outer, height + 1);
    },
    deepen() {
      height += 1;
      if (height > HIGHEST) throw tooDeep();
    },
  };
}

function endOf(token: Token): number {
  return token.position + token.text.length;
}
