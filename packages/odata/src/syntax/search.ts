import { ODataError } from '../error.ts';
import type { SearchNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { type SearchText, searchTextOf } from './search-text.ts';

/**
 * Parses `$search`, which is cut by rules of its own: NOT before AND before OR, and words side by side as AND. The three words are
 * operators only where what they need stands beside them, and only in capitals (OData URL Conventions 4.01, 5.1.8). `isNested` says
 * that a semicolon or a parenthesis ends it.
 */
export function parseSearch(cursor: Cursor, isNested: boolean): SearchNode {
  const text = searchTextOf(cursor.text, cursor.offset(), isNested ? ');' : ')');
  const result = text.quoted() ?? parseOr(cursor, text);
  cursor.moveTo(text.position());
  return result;
}

function parseOr(cursor: Cursor, text: SearchText): SearchNode {
  const outer = cursor.enter();
  const operands = [parseAnd(cursor, text)];
  const position = text.position();
  while (text.takeOperator('OR')) operands.push(parseAnd(cursor, text));
  cursor.leave(outer);
  return combined('or', operands, position);
}

function parseAnd(cursor: Cursor, text: SearchText): SearchNode {
  const operands = [parseNot(cursor, text)];
  const position = text.position();
  while (!text.isOperator('OR') && (text.takeOperator('AND') || text.isTerm())) {
    operands.push(parseNot(cursor, text));
  }
  return combined('and', operands, position);
}

function combined(kind: 'and' | 'or', operands: SearchNode[], position: number): SearchNode {
  const [first] = operands;
  return first && operands.length === 1 ? first : { kind, operands, position };
}

function parseNot(cursor: Cursor, text: SearchText): SearchNode {
  const position = text.position();
  if (text.takeOperator('NOT')) {
    const outer = cursor.enter();
    const operand = parseNot(cursor, text);
    cursor.leave(outer);
    return { kind: 'not', operand, position };
  }
  if (!text.take('(')) return text.term();
  const inner = parseOr(cursor, text);
  if (text.take(')')) return inner;
  const end = text.position();
  throw new ODataError('SyntaxError', `Expected ")" at position ${end}.`, { position: end });
}
