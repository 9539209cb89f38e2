import { join, raw, type Sql, sql } from '../../sql/fragment.ts';
import { checkBoolean } from '../faults.ts';
import { made, primitive, type Typed } from '../typed.ts';

/** `and`, `or` of conditions, three-valued as in OData and in SQL alike (OData URL Conventions 4.01, 5.1.1.1.7 and 8). */
export function logical(operator: 'and' | 'or', operands: readonly Typed[], position: number): Typed {
  for (const operand of operands) checkBoolean(operand, `An operand of "${operator}"`);
  const texts = operands.map((operand) => booleanSql(operand));
  const isPlain = operands.every((operand) => !operand.condition);
  return made(primitive('Edm.Boolean'), inner(texts, operator), operands, position, {
    ...(!isPlain && { condition: inner(operands.map(conditionOf), operator) }),
  });
}

function inner(texts: readonly Sql[], operator: 'and' | 'or'): Sql {
  return sql`(${join(texts, ` ${operator} `)})`;
}

/** `not` of a condition; that of null is null. */
export function negation(operand: Typed, position: number): Typed {
  checkBoolean(operand, 'The operand of "not"');
  return made(primitive('Edm.Boolean'), sql`(not ${booleanSql(operand)})`, [operand], position);
}

/** A boolean where NULL may stand for false. */
export function conditionOf(value: Typed): Sql {
  return value.condition ?? booleanSql(value);
}

function booleanSql({ type, sql: text }: Typed): Sql {
  return type.kind === 'null' ? raw('null::boolean') : text;
}
