import type { Sql } from '../sql/fragment.ts';
import type { BinaryNode, Expression, PathNode } from '../syntax/ast.ts';
import { bindCall } from './call.ts';
import { checkBoolean, fault } from './faults.ts';
import { bindLiteral } from './literals/bind.ts';
import { bindMembership } from './membership.ts';
import { arithmetic, negate } from './operators/arithmetic.ts';
import { caseOf } from './operators/case.ts';
import { compare } from './operators/comparison.ts';
import { conditionOf, logical, negation } from './operators/logical.ts';
import { hasFlags } from './operators/membership.ts';
import { aliasOf, readAlias } from './paths/aliases.ts';
import { bindPath } from './paths/path.ts';
import { presenceOf, valueOf } from './paths/value.ts';
import type { Scope } from './scope.ts';
import type { Member } from './shape.ts';
import type { Typed } from './typed.ts';

/** Most parts of the expressions of one scope: aliases that stand in aliases could make more of a short request than memory holds. */
const MOST_PARTS = 100_000;

function checkWork({ work }: Scope, position: number): void {
  work.parts += 1;
  if (work.parts <= MOST_PARTS) return;
  const message = `The expression has more than ${MOST_PARTS} parts, those of its aliases counted each time (position ${position}).`;
  throw fault('TooComplex', message, position);
}

/**
 * Gives an expression its type and its SQL: names are looked up in the scope, literals take the type of what they stand beside, and
 * everything of the request that is not a name becomes a parameter. Throws ODataError with the position of unknown names and wrong types.
 */
export function bindExpression(expression: Expression, scope: Scope): Typed {
  checkWork(scope, expression.position);
  switch (expression.kind) {
    case 'literal':
      return bindLiteral(expression, scope);
    case 'path':
      return bindValue(expression, scope);
    case 'call':
      return bindCall(expression, scope, bindExpression);
    case 'unary': {
      const operand = bindExpression(expression.operand, scope);
      const apply = expression.operator === 'not' ? negation : negate;
      return apply(operand, expression.position);
    }
    case 'logical': {
      const operands = expression.operands.map((operand) => bindExpression(operand, scope));
      return logical(expression.operator, operands, expression.position);
    }
    case 'binary':
      return bindBinary(expression, scope);
    case 'case': {
      const branches = expression.branches.map(({ when, result }) => ({
        when: bindExpression(when, scope),
        result: bindExpression(result, scope),
      }));
      return caseOf(branches, expression.position);
    }
    default:
      throw noValue(expression);
  }
}

/** A condition: SQL that is true for the rows that are meant, and false or NULL for others. */
export function bindPredicate(expression: Expression, scope: Scope): Sql {
  return conditionOf(bindCondition(expression, scope));
}

/** A condition with what the planner has to know of it; `conditionOf` gives its SQL. */
export function bindCondition(expression: Expression, scope: Scope): Typed {
  const value = bindExpression(expression, scope);
  checkBoolean(value, 'A condition');
  return value;
}

/** What a path leads to, for options that name members: `$select`, `$expand`, `groupby`. */
export function bindMember(path: PathNode, scope: Scope): Member {
  return bindPath(path, scope, bindExpression);
}

function noValue({ kind, position }: Extract<Expression, { kind: 'list' | 'array' | 'object' | 'type' }>) {
  const what = { list: 'A list', array: 'A list', object: 'An object', type: 'A type' }[kind];
  const message = `${what} is no value that could stand at position ${position}.`;
  return fault('TypeMismatch', message, position);
}

function bindBinary({ operator, left, right, position }: BinaryNode, scope: Scope): Typed {
  switch (operator) {
    case 'in':
      return bindMembership(bindExpression(left, scope), right, scope, bindExpression, position);
    case 'has':
      return hasFlags(bindExpression(left, scope), bindExpression(right, scope), position);
    case 'eq':
    case 'ne': {
      const one = isNull(right) ? bindPresence(left, scope) : bindExpression(left, scope);
      const other = isNull(left) ? bindPresence(right, scope) : bindExpression(right, scope);
      return compare(operator, one, other, position);
    }
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return compare(operator, bindExpression(left, scope), bindExpression(right, scope), position);
    default:
      return arithmetic(operator, bindExpression(left, scope), bindExpression(right, scope), position);
  }
}

function isNull(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.type === 'null';
}

function bindValue(path: PathNode, scope: Scope): Typed {
  const alias = aliasOf(path);
  if (alias === null) return valueOf(bindPath(path, scope, bindExpression), path.position);
  return { ...readAlias(alias, scope, path.position, bindExpression), position: path.position };
}

/** What is compared with null: a value, or whether there is a complex value or an entity. */
function bindPresence(expression: Expression, scope: Scope): Typed {
  if (expression.kind !== 'path' || aliasOf(expression) !== null) return bindExpression(expression, scope);
  return presenceOf(bindPath(expression, scope, bindExpression), expression.position);
}
