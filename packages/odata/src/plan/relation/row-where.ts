import { conditionOf } from '../../bind/operators/logical.ts';
import { bindCondition } from '../../bind/expression.ts';
import { type Sql, sql } from '../../sql/fragment.ts';
import { entityRelation } from './entity-relation.ts';
import { plainText } from './fragments.ts';
import { scopeWithin } from './planning.ts';
import { planningOf, type TableWhere, tableWhere } from './table-where.ts';

/**
 * A condition of the host on any row of a source: on the row's own columns where it reads nothing else, so that indexes serve, and by
 * the keys of the rows that fulfil it where others are joined. Throws ODataError for what is wrong with the condition.
 */
export function rowWhere<Context>(given: TableWhere<Context>): (row: Sql) => Sql {
  const rows = sql`(select ${keyOn(given, sql`k`)} from ${tableWhere(given)} k)`;
  return (row) => ownCondition(given, row) ?? sql`${keyOn(given, row)} in ${rows}`;
}

/** null where rows have to be joined for it. */
function ownCondition<Context>(given: TableWhere<Context>, row: Sql): Sql | null {
  const alias = plainText(row);
  if (alias === null) return null;
  const planning = planningOf(given, Number(/\d*$/.exec(alias)?.[0] ?? 0));
  const { shape, entity } = entityRelation(planning, given.type, sql`()`, alias);
  const condition = conditionOf(bindCondition(given.predicate, scopeWithin(planning, shape)));
  return entity?.joins.joins().length === 0 ? condition : null;
}

function keyOn<Context>({ type, context }: TableWhere<Context>, row: Sql): Sql {
  const [name = '', ...others] = type.key;
  const key = type.properties[name];
  if (key?.kind !== 'value' || others.length > 0) throw new Error(`${type.name} needs a key of one property`);
  return key.sql(row, context);
}
