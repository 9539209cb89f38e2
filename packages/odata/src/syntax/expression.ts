import type { BinaryOperator, Expression, LogicalNode } from './ast.ts';
import { parseCall, parseCase } from './call.ts';
import type { Cursor } from './cursor.ts';
import { isBuiltIn } from './functions.ts';
import { literalOf, signed } from './literals.ts';
import { parseCollection } from './membership.ts';
import { parsePath } from './path.ts';
import { parseArray, parseObject } from './structures.ts';
import type { Token } from './token.ts';

/** How tightly each operator binds (OData URL Conventions 4.01, 5.1.1.16); all are left-associative. */
const PRECEDENCE: Readonly<Record<BinaryOperator | LogicalNode['operator'], number>> = {
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

/** Parses an expression. Throws ODataError with the position of what does not belong there. */
export function parseExpression(cursor: Cursor): Expression {
  return parseFrom(cursor, 1);
}

/** An expression of which every operator binds at least as tightly as `least` (Pratt). */
function parseFrom(cursor: Cursor, least: number): Expression {
  const outer = cursor.enter();
  let left = parseUnary(cursor);
  for (;;) {
    const operator = operatorAt(cursor);
    if (operator === null || PRECEDENCE[operator] < least) break;
    left =
      operator === 'and' || operator === 'or'
        ? parseLogical(cursor, operator, left)
        : parseBinary(cursor, operator, left);
    cursor.deepen();
  }
  cursor.leave(outer);
  return left;
}

function parseBinary(cursor: Cursor, operator: BinaryOperator, left: Expression): Expression {
  const { position } = cursor.next();
  const next = PRECEDENCE[operator] + 1;
  const right =
    operator === 'in'
      ? parseCollection(cursor, parseExpression, () => parseFrom(cursor, next))
      : parseFrom(cursor, next);
  return { kind: 'binary', operator, left, right, position };
}

function parseLogical(cursor: Cursor, operator: 'and' | 'or', first: Expression): Expression {
  const { position } = cursor.peek();
  const operands = [first];
  while (operatorAt(cursor) === operator) {
    cursor.next();
    operands.push(parseFrom(cursor, PRECEDENCE[operator] + 1));
  }
  return { kind: 'logical', operator, operands, position };
}

/** The operator that comes next; it stands between blanks, or it is a name. */
function operatorAt(cursor: Cursor): keyof typeof PRECEDENCE | null {
  const token = cursor.peek();
  return token.spaced ? operatorOf(token) : null;
}

function operatorOf({ kind, text }: Token): keyof typeof PRECEDENCE | null {
  if (kind !== 'name' || text.length > 5) return null;
  if (Object.hasOwn(PRECEDENCE, text)) return text as keyof typeof PRECEDENCE;
  const word = text.toLowerCase();
  return Object.hasOwn(PRECEDENCE, word) ? (word as keyof typeof PRECEDENCE) : null;
}

function parseUnary(cursor: Cursor): Expression {
  const { kind, text, position } = cursor.peek();
  if (kind === 'name') {
    if (text.length !== 3 || text.toLowerCase() !== 'not' || !isOperand(cursor)) return parsePrimary(cursor);
    cursor.next();
    return { kind: 'unary', operator: 'not', operand: parseFrom(cursor, UNARY), position };
  }
  if (kind !== 'sign' || (text !== '-' && text !== '+')) return parsePrimary(cursor);
  cursor.next();
  const literal = cursor.peek().spaced ? null : literalOf(cursor.peek());
  const number = literal && signed(literal, text, position);
  if (number) {
    cursor.next();
    return number;
  }
  if (text === '+') throw cursor.fault('a number');
  return { kind: 'unary', operator: 'negate', operand: parseFrom(cursor, UNARY), position };
}

/** Whether `not` is the operator and not a property of that name: something that it negates comes behind it. */
function isOperand(cursor: Cursor): boolean {
  const token = cursor.peek(1);
  if (token.kind === 'end') return false;
  if (token.kind === 'sign') return token.text === '(' || (token.spaced && '-+$@[{'.includes(token.text));
  return token.spaced && (operatorOf(token) === null || !cursor.peek(2).spaced);
}

function parsePrimary(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.kind === 'name') return parseWord(cursor, token);
  if (token.kind === 'sign') {
    if (token.text === '(') return parseGroup(cursor);
    if (token.text === '[') return parseArray(cursor, parseExpression);
    if (token.text === '{') return parseObject(cursor, parseExpression);
    return parsePath(cursor, parseExpression);
  }
  const literal = literalOf(token);
  if (!literal)
    throw cursor.fault(token.kind === 'jsonString' ? 'a text in single quotes' : 'a property or a value');
  cursor.next();
  return literal;
}

/** A word is a function with its arguments, a constant, or the first name of a path. */
function parseWord(cursor: Cursor, token: Token): Expression {
  const { kind, text, spaced } = cursor.peek(1);
  const sign = kind === 'sign' ? text : '';
  if (sign === '(' && !spaced) {
    const name = token.text.toLowerCase();
    if (name === 'case') return parseCase(cursor, parseExpression);
    if (name === 'cast' || name === 'isof' || isBuiltIn(name))
      return parseCall(cursor, name, parseExpression);
    return parsePath(cursor, parseExpression);
  }
  const literal = sign === '/' ? null : literalOf(token);
  if (!literal) return parsePath(cursor, parseExpression);
  cursor.next();
  return literal;
}

function parseGroup(cursor: Cursor): Expression {
  cursor.expectSign('(');
  const inner = parseExpression(cursor);
  cursor.expectSign(')');
  return inner;
}
