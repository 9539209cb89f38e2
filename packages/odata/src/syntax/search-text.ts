import { ODataError } from '../error.ts';
import type { SearchNode } from './ast.ts';
import { isBlank } from './characters.ts';
import { quotedEnd } from './lexer.ts';

/** The text of `$search`, cut into words: all but blanks, parentheses and double quotes belongs to one. */
export interface SearchText {
  /** Characters before what comes next. */
  position(): number;
  take(character: '(' | ')'): boolean;
  /** Whether a word, a phrase or a group begins here, behind a blank. */
  isTerm(): boolean;
  /** Whether this word stands here as an operator, with a term behind it. */
  isOperator(word: 'AND' | 'OR' | 'NOT'): boolean;
  takeOperator(word: 'AND' | 'OR' | 'NOT'): boolean;
  /** A word or a phrase in double quotes. */
  term(): SearchNode;
  /** The whole search in single quotes: text as somebody typed it, without operators; null where none begins. */
  quoted(): SearchNode | null;
}

/** Reads from `start`; the characters `ends` end the search, unless they close a group of it. */
export function searchTextOf(text: string, start: number, ends: string): SearchText {
  const word = ends.includes(';') ? /[^\s()";]+/y : /[^\s()"]+/y;
  let offset = blanksEnd(start);

  function blanksEnd(from: number): number {
    let end = from;
    while (isBlank(text.charCodeAt(end))) end += 1;
    return end;
  }

  const beginsTerm = (at: number) => at < text.length && !ends.includes(text.charAt(at));

  const operatorEnd = (operator: string): number | null => {
    const end = offset + operator.length;
    if (operator !== 'NOT' && !isBlank(text.charCodeAt(offset - 1))) return null;
    if (!text.startsWith(operator, offset) || !isBlank(text.charCodeAt(end))) return null;
    const next = blanksEnd(end);
    return beginsTerm(next) ? next : null;
  };

  const fault = (expected: string) =>
    new ODataError('SyntaxError', `Expected ${expected} at position ${offset}.`, { position: offset });

  const phrase = (): SearchNode => {
    const pattern = /"((?!")[^"\\]*(?:\\(?:["\\]|(?!["\\]))[^"\\]*)*)"/y;
    pattern.lastIndex = offset;
    const found = pattern.exec(text);
    if (!found?.[1]) throw fault('a phrase between two double quotes');
    const position = offset;
    offset = blanksEnd(pattern.lastIndex);
    return { kind: 'term', text: found[1].replaceAll(/\\(["\\])/g, '$1'), position };
  };

  return {
    position: () => offset,
    take(character) {
      if (text.charAt(offset) !== character) return false;
      offset = blanksEnd(offset + 1);
      return true;
    },
    isTerm: () => beginsTerm(offset) && isBlank(text.charCodeAt(offset - 1)),
    isOperator: (operator) => operatorEnd(operator) !== null,
    takeOperator(operator) {
      const end = operatorEnd(operator);
      if (end === null) return false;
      offset = end;
      return true;
    },
    term() {
      if (text.charAt(offset) === '"') return phrase();
      word.lastIndex = offset;
      const found = text.charAt(offset) === "'" ? null : word.exec(text);
      if (!found) throw fault('a word, or a phrase in double quotes,');
      const position = offset;
      offset = blanksEnd(word.lastIndex);
      return { kind: 'term', text: found[0], position };
    },
    quoted() {
      if (text.charAt(offset) !== "'") return null;
      const position = offset;
      const end = quotedEnd(text, position);
      offset = blanksEnd(end);
      return { kind: 'term', text: text.slice(position + 1, end - 1).replaceAll("''", "'"), position };
    },
  };
}
