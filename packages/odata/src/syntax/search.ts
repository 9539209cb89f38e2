import type { SearchNode } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** Parses `$search`: NOT before AND before OR, and words side by side as AND. The three words count in capitals only. */
export function parseSearch(cursor: Cursor): SearchNode {
  return cursor.nested(() => {
    let left = parseAnd(cursor);
    while (isOperator(cursor, 'OR')) {
      const { position } = cursor.next();
      left = { kind: 'or', left, right: parseAnd(cursor), position };
    }
    return left;
  });
}

function parseAnd(cursor: Cursor): SearchNode {
  let left = parseNot(cursor);
  for (;;) {
    const { position } = cursor.peek();
    if (isOperator(cursor, 'AND')) cursor.next();
    else if (isOperator(cursor, 'OR') || !beginsTerm(cursor)) return left;
    left = { kind: 'and', left, right: parseNot(cursor), position };
  }
}

function parseNot(cursor: Cursor): SearchNode {
  const { position } = cursor.peek();
  if (isOperator(cursor, 'NOT')) {
    cursor.next();
    return { kind: 'not', operand: parseNot(cursor), position };
  }
  if (cursor.takeSign('(')) {
    const inner = parseSearch(cursor);
    cursor.expectSign(')');
    return inner;
  }
  return parseTerm(cursor);
}

function parseTerm(cursor: Cursor): SearchNode {
  const { kind, text, position } = cursor.peek();
  if (!beginsTerm(cursor) || isOperator(cursor, 'AND') || isOperator(cursor, 'OR')) {
    throw cursor.fault('a word or a phrase in double quotes');
  }
  cursor.next();
  if (kind === 'jsonString') return { kind: 'term', text: phraseOf(text), position };
  let word = text;
  // A word goes on until a blank, so that `foo-bar` and `1.2.3` are one.
  for (;;) {
    const { kind: nextKind, text: nextText, spaced } = cursor.peek();
    if (spaced || nextKind === 'end' || (nextKind === 'sign' && '();'.includes(nextText))) break;
    word += nextText;
    cursor.next();
  }
  return { kind: 'term', text: word, position };
}

function beginsTerm(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  return kind !== 'end' && !(kind === 'sign' && ');'.includes(text));
}

function isOperator(cursor: Cursor, word: 'AND' | 'OR' | 'NOT'): boolean {
  return cursor.peek().kind === 'name' && cursor.peek().text === word;
}

function phraseOf(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/gs, '$1');
}
