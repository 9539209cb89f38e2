import { ODataError } from '../../error.ts';
import type { Expression, LiteralNode } from '../../syntax/ast.ts';
import { fault } from '../faults.ts';
import type { Scope } from '../scope.ts';

/** The name of the parameter alias that the expression is; null for others. */
export function aliasOf(expression: Expression): string | null {
  if (expression.kind !== 'path' || expression.segments.length !== 1) return null;
  const [first] = expression.segments;
  return first?.type === 'variable' && first.name.startsWith('@') ? first.name : null;
}

const NULL: LiteralNode = { kind: 'literal', type: 'null', value: 'null', position: 0 };

/**
 * Reads the value of a parameter alias, in which the variables of lambdas mean nothing; one that was not given is null. Faults within it
 * name the alias as their target. Throws ODataError for one that stands in its own value.
 */
export function readAlias<Result>(
  name: string,
  scope: Scope,
  position: number,
  read: (value: Expression, scope: Scope) => Result,
): Result {
  if (scope.reading.includes(name)) {
    throw fault('InvalidQuery', `${name} at position ${position} stands in its own value.`, position);
  }
  const value = scope.aliases.get(name);
  const variables = new Map([...scope.variables].filter(([variable]) => variable.startsWith('$')));
  try {
    return read(value ?? { ...NULL, position }, { ...scope, variables, reading: [...scope.reading, name] });
  } catch (error) {
    throw value && error instanceof ODataError ? error.within(name) : error;
  }
}
