import type { Typed } from '../../bind/typed.ts';
import { join, nothing, parameter, raw, type Sql, sql } from '../../sql/fragment.ts';
import { plainText } from '../relation/fragments.ts';
import { fittingType } from './held.ts';

/** A value that rows are ordered by; null is lower than every other value (OData Protocol 4.01, 11.2.6.2). */
export interface OrderTerm {
  readonly value: Typed;
  readonly descending: boolean;
}

/** ` order by …`, with NULLS FIRST or LAST only where there may be nulls, so that plain indexes serve the rest; empty for no terms. */
export function orderClause(terms: readonly OrderTerm[]): Sql {
  if (terms.length === 0) return nothing;
  return sql` order by ${join(terms.map(termClause))}`;
}

function termClause({ value, descending }: OrderTerm): Sql {
  const key = isConstant(value) ? sql`(${value.sql})::${raw(fittingType(value))}` : value.sql;
  if (descending) return value.nullable ? sql`${key} desc nulls last` : sql`${key} desc`;
  return value.nullable ? sql`${key} nulls first` : key;
}

/** Also one that stands for a column: bare numbers would be places of columns, and PostgreSQL refuses other constants here. */
function isConstant({ rows, sql: value }: Typed): boolean {
  return rows.size === 0 || /^[(]*(?:\d+|true|false)[)]*$/.test(plainText(value) ?? '');
}

/** The condition that a row comes after the one with these values, given as PostgreSQL writes them as text. */
export function afterCondition(terms: readonly OrderTerm[], values: readonly (string | null)[]): Sql {
  const last = terms.map((term, index) => ({ ...term, last: lastOf(term, values[index] ?? null) }));
  const [first] = last;
  if (!first) return sql`false`;
  const isUniform = last.every(({ value, descending }) => !value.nullable && descending === first.descending);
  return isUniform ? rowComparison(last) : stepwise(last);
}

interface PassedTerm extends OrderTerm {
  /** null for a null. */
  readonly last: Sql | null;
}

function lastOf({ value }: OrderTerm, text: string | null): Sql | null {
  return text === null ? null : parameter(text, fittingType(value));
}

/** `(a, b) > ($1, $2)`: one range of an index over both. */
function rowComparison(terms: readonly PassedTerm[]): Sql {
  const sign = terms[0]?.descending ? sql`<` : sql`>`;
  const values = join(terms.map(({ value }) => value.sql));
  const last = join(terms.map((term) => term.last ?? sql`null`));
  return terms.length === 1 ? sql`${values} ${sign} ${last}` : sql`(${values}) ${sign} (${last})`;
}

/** `a >= $1 and (a > $1 or a = $1 and (b < $2 or …))`: what stands first lets an index on `a` begin at the place. */
function stepwise(terms: readonly PassedTerm[]): Sql {
  const [first] = terms;
  const beyond = terms.reduceRight<Sql | null>((rest, term) => step(term, rest), null) ?? sql`false`;
  if (!first?.last) return beyond;
  if (first.descending && !first.value.nullable)
    return sql`${first.value.sql} <= ${first.last} and (${beyond})`;
  if (!first.descending) return sql`${first.value.sql} >= ${first.last} and (${beyond})`;
  return sql`(${beyond})`;
}

function step({ value, descending, last }: PassedTerm, rest: Sql | null): Sql {
  const { sql: key, nullable } = value;
  if (last === null) {
    const same = rest ? sql`${key} is null and (${rest})` : sql`false`;
    return descending ? same : sql`${key} is not null or ${same}`;
  }
  const sign = descending ? sql`<` : sql`>`;
  const beyond =
    descending && nullable ? sql`${key} ${sign} ${last} or ${key} is null` : sql`${key} ${sign} ${last}`;
  return rest ? sql`${beyond} or ${key} = ${last} and (${rest})` : beyond;
}
