import { join, raw, sql } from '../../sql/fragment.ts';
import { checkBoolean, fault } from '../faults.ts';
import { heldAs, isNumber, made, nameOfType, type Typed } from '../typed.ts';
import { commonType, converted, type Target } from './common.ts';
import { conditionOf } from './logical.ts';

export interface Branch {
  readonly when: Typed;
  readonly result: Typed;
}

/** `case(condition:value,…)`: the value behind the first true condition, null when there is none (OData URL Conventions 4.01, 5.1.1.11.1). */
export function caseOf(branches: readonly Branch[], position: number): Typed {
  for (const { when } of branches) checkBoolean(when, 'A condition of "case"');
  const results = branches.map(({ result }) => result);
  const target = results.reduce(commonResult);
  const parts = branches.map(
    ({ when, result }) => sql`when ${conditionOf(when)} then ${converted(result, target).sql}`,
  );
  const text = sql`case ${join(parts, ' ')} end`;
  const last = branches.at(-1)?.when.literal;
  const isTotal = last?.type === 'boolean' && last.value === 'true';
  const nullable = !isTotal || results.some((result) => result.nullable);
  const value = isNumber(target.type) ? sql`(${text})::${raw(heldAs(target.type))}` : sql`(${text})`;
  const { type, storage } = target;
  return made(
    type,
    value,
    branches.flatMap(({ when, result }) => [when, result]),
    position,
    { nullable, storage },
  );
}

function commonResult(left: Typed, right: Typed): Typed {
  const target: Target | null = commonType(left, right);
  if (target) return { ...left, ...target, literal: left.literal && right.literal };
  const names = `${nameOfType(left.type)} and ${nameOfType(right.type)}`;
  throw fault(
    'TypeMismatch',
    `"case" cannot answer ${names} at position ${right.position}; expected values of one type.`,
    right.position,
  );
}
