import type { BinaryOperator, CaseNode, Expression, PathSegment } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseJson } from './json.ts';
import { literalOf, negated } from './literals.ts';
import { parseList } from './list.ts';
import { parsePath } from './path.ts';

/** How tightly each operator binds (OData URL Conventions 4.01, 5.1.1.16); all are left-associative. */
const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  divby: 6,
  mod: 6,
  has: 8,
  in: 8,
};

/** `not` and `-` bind tighter than every binary operator but `has` and `in`. */
const UNARY = 7;

/** Parses an expression of which every operator binds at least as tightly as `least` (Pratt). */
export function parseExpression(cursor: Cursor, least = 1): Expression {
  return cursor.nested(() => {
    let left = parseUnary(cursor);
    for (;;) {
      const operator = operatorAt(cursor);
      if (operator === null || PRECEDENCE[operator] < least) return left;
      const { position } = cursor.next();
      const right =
        operator === 'in' ? parseCollection(cursor) : parseExpression(cursor, PRECEDENCE[operator] + 1);
      left = { kind: 'binary', operator, left, right, position };
    }
  });
}

/** The operator that comes next; it stands between blanks, or it is a name. */
function operatorAt(cursor: Cursor): BinaryOperator | null {
  const { kind, text, spaced } = cursor.peek();
  if (kind !== 'name' || !spaced) return null;
  const word = text.toLowerCase();
  return Object.hasOwn(PRECEDENCE, word) ? (word as BinaryOperator) : null;
}

function parseUnary(cursor: Cursor): Expression {
  const { position } = cursor.peek();
  if (cursor.isWord('not') && isOperand(cursor)) {
    cursor.next();
    return { kind: 'unary', operator: 'not', operand: parseExpression(cursor, UNARY), position };
  }
  if (!cursor.takeSign('-')) return parsePrimary(cursor);
  const isAdjacent = !cursor.peek().spaced;
  const literal = isAdjacent ? literalOf(cursor.peek()) : null;
  const number = literal && negated(literal, position);
  if (number) {
    cursor.next();
    return number;
  }
  return { kind: 'unary', operator: 'negate', operand: parseExpression(cursor, UNARY), position };
}

/** Whether `not` is the operator and not a property of that name: something that it negates comes behind it. */
function isOperand(cursor: Cursor): boolean {
  const { kind, text, spaced } = cursor.peek(1);
  if (kind === 'end') return false;
  if (kind === 'sign') return text === '(' || (spaced && ['-', '$', '@'].includes(text));
  return (
    spaced && !(kind === 'name' && Object.hasOwn(PRECEDENCE, text.toLowerCase()) && cursor.peek(2).spaced)
  );
}

function parsePrimary(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (cursor.isSign('(')) return parseGroup(cursor);
  if (cursor.isSign('[') || cursor.isSign('{')) {
    return { kind: 'json', value: parseJson(cursor), position: token.position };
  }
  if (token.kind === 'jsonString')
    return { kind: 'json', value: parseJson(cursor), position: token.position };
  if (token.kind === 'name' && isCall(cursor)) return parseCall(cursor);
  const literal = isPathAhead(cursor) ? null : literalOf(token);
  if (literal) {
    cursor.next();
    return literal;
  }
  return parsePath(cursor, parseExpression);
}

function parseGroup(cursor: Cursor): Expression {
  cursor.expectSign('(');
  const inner = parseExpression(cursor);
  cursor.expectSign(')');
  return inner;
}

/** `null/x` is no path, but `true/x` of a property of that name may be one. */
function isPathAhead(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek(1);
  return cursor.peek().kind === 'name' && kind === 'sign' && text === '/';
}

function isCall(cursor: Cursor): boolean {
  const { kind, text, spaced } = cursor.peek(1);
  return kind === 'sign' && text === '(' && !spaced;
}

function parseCall(cursor: Cursor): Expression {
  const { text: name, position } = cursor.next();
  if (name.toLowerCase() === 'case') return parseCase(cursor, position);
  const args = parseList(cursor, parseArgument);
  const call: Expression = { kind: 'call', name, args, position };
  if (!cursor.isSign('/')) return call;
  const first: PathSegment = { type: 'call', name, args, position };
  return parsePath(cursor, parseExpression, first);
}

/** A function's argument; a custom function's may be named. */
function parseArgument(cursor: Cursor): Expression {
  return parseExpression(cursor);
}

function parseCase(cursor: Cursor, position: number): CaseNode {
  const branches = parseList(cursor, () => {
    const when = parseExpression(cursor);
    cursor.expectSign(':');
    return { when, result: parseExpression(cursor) };
  });
  if (branches.length === 0) throw cursor.fault('a condition and its value');
  return { kind: 'case', branches, position };
}

/** What stands on the right of `in`: a list, or a path to a collection. */
function parseCollection(cursor: Cursor): Expression {
  const { position } = cursor.peek();
  if (!cursor.isSign('(')) return parseExpression(cursor, PRECEDENCE.in + 1);
  return { kind: 'list', items: parseList(cursor, parseExpression), position };
}
