import type { CallNode, CaseNode, Expression, TypeNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { checkArguments } from './functions.ts';
import { parseItems, parseList } from './list.ts';

type ParseExpression = (cursor: Cursor) => Expression;

/** Parses a built-in function with its arguments; `name` in lower case. */
export function parseCall(cursor: Cursor, name: string, parseExpression: ParseExpression): CallNode {
  const { position } = cursor.next();
  if (name === 'cast' || name === 'isof')
    return { kind: 'call', name, args: parseOfType(cursor, parseExpression), position };
  const args = parseList(cursor, parseExpression);
  checkArguments(name, args.length, position);
  return { kind: 'call', name, args, position };
}

/** `(Edm.String)` or `(expression,Edm.String)`. */
function parseOfType(cursor: Cursor, parseExpression: ParseExpression): Expression[] {
  cursor.expectSign('(');
  const alone = cursor.peek().kind === 'name' && isTypeAlone(cursor) ? parseType(cursor) : null;
  const args: Expression[] = alone ? [alone] : [parseExpression(cursor)];
  if (!alone) {
    cursor.expectSign(',');
    args.push(parseType(cursor));
  }
  cursor.expectSign(')');
  return args;
}

/** Whether the name that comes next is all that stands in the parentheses. */
function isTypeAlone(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek(1);
  if (kind !== 'sign') return false;
  return text === ')' || (text === '(' && cursor.peek().text === 'Collection');
}

function parseType(cursor: Cursor): TypeNode {
  const { text, position } = cursor.expectKind('name', 'a type such as Edm.String');
  if (text !== 'Collection' || !cursor.takeSign('('))
    return { kind: 'type', name: text, isCollection: false, position };
  const { text: name } = cursor.expectKind('name', 'a type such as Edm.String');
  cursor.expectSign(')');
  return { kind: 'type', name, isCollection: true, position };
}

/** Parses `case(condition:value,…)`. */
export function parseCase(cursor: Cursor, parseExpression: ParseExpression): CaseNode {
  const { position } = cursor.next();
  cursor.expectSign('(');
  const branches = parseItems(cursor, () => {
    const when = parseCondition(cursor, parseExpression);
    cursor.expectSign(':');
    return { when, result: parseExpression(cursor) };
  });
  cursor.expectSign(')');
  return { kind: 'case', branches, position };
}

/** The condition before the colon; when none comes behind it, a time such as `10:20` in its last place was two numbers. */
function parseCondition(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const { position } = cursor.peek();
  const when = parseExpression(cursor);
  const last = lastOperand(when);
  if (cursor.isSign(':') || last.kind !== 'literal' || last.type !== 'timeOfDay') return when;
  cursor.reread(position, last.position);
  return parseExpression(cursor);
}

function lastOperand(expression: Expression): Expression {
  if (expression.kind === 'binary') return lastOperand(expression.right);
  if (expression.kind === 'unary') return lastOperand(expression.operand);
  return expression.kind === 'logical' ? lastOperand(expression.operands.at(-1) ?? expression) : expression;
}
