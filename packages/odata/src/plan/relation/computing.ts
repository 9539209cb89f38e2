import { fault } from '../../bind/faults.ts';
import { type ResultColumn, resultShape } from '../../bind/result-shape.ts';
import type { Shape } from '../../bind/shape.ts';
import { bindExpression } from '../../bind/expression.ts';
import type { ComputeItem } from '../../syntax/apply-ast.ts';
import { type Planning, scopeWithin } from './planning.ts';

/** A shape with what `compute` adds to it. Throws ODataError for a name that is there already. */
export function withComputed<Context>(
  planning: Planning<Context>,
  shape: Shape,
  items: readonly ComputeItem[],
): { readonly shape: Shape; readonly columns: readonly ResultColumn[] } {
  if (items.length === 0) return { shape, columns: [] };
  const scope = scopeWithin(planning, shape);
  const columns: ResultColumn[] = [];
  for (const { expression, name, position } of items) {
    const isTaken = shape.names().includes(name) || columns.some(({ path }) => path[0] === name);
    if (isTaken) throw fault('InvalidQuery', `There is a property ${name} already.`, position);
    columns.push({ path: [name], value: bindExpression(expression, scope) });
  }
  return { shape: resultShape(columns, shape), columns };
}
