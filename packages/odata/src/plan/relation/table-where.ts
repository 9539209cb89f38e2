import type { EntityType, Source } from '../../model/members.ts';
import { identifier, type Sql, sql } from '../../sql/fragment.ts';
import type { Expression } from '../../syntax/ast.ts';
import { sourceRelation } from './entity-relation.ts';
import { expandedMembers } from '../json/expanded.ts';
import type { Planning } from './planning.ts';
import { selectFrom } from './select.ts';
import { filtered } from './steps.ts';

export interface TableWhere<Context> extends Pick<Planning<Context>, 'model' | 'context' | 'now'> {
  readonly type: EntityType<Context>;
  readonly source: Source<Context>;
  readonly predicate: Expression;
}

/**
 * The rows of a source that fulfil a condition, as a subquery in parentheses: for a host whose own parameters filter what the model's
 * tables show. Throws ODataError for what is wrong with the condition.
 */
export function tableWhere<Context>({ type, source, predicate, ...shared }: TableWhere<Context>): Sql {
  const planning: Planning<Context> = {
    ...shared,
    aliases: { next: 0 },
    parameters: new Map(),
    prefix: '@',
    expanded: expandedMembers,
    isFull: false,
    ieee754Compatible: false,
  };
  const rows = filtered(planning, sourceRelation(planning, type, source), predicate);
  return sql`(${selectFrom(rows, sql`${identifier(rows.entity?.alias ?? '')}.*`)})`;
}
