import type { EntityType, Source } from '../../model/members.ts';
import { identifier, type Sql, sql } from '../../sql/fragment.ts';
import type { Expression } from '../../syntax/ast.ts';
import { sourceRelation } from './entity-relation.ts';
import { expandedMembers } from '../json/expanded.ts';
import type { Planning } from './planning.ts';
import { selectFrom } from './select.ts';
import { filtered } from './steps.ts';

/** Rows of a source, and a condition that the host has on them. */
export interface TableWhere<Context> extends Pick<Planning<Context>, 'model' | 'context' | 'now'> {
  readonly type: EntityType<Context>;
  readonly source: Source<Context>;
  readonly predicate: Expression;
  /** Values of parameter aliases that the condition may name; none by default. */
  readonly parameters?: Planning<Context>['parameters'];
}

/**
 * The rows of a source that fulfil a condition, as a subquery in parentheses: for a host whose own parameters filter what the model's
 * tables show. Throws ODataError for what is wrong with the condition.
 */
export function tableWhere<Context>(given: TableWhere<Context>): Sql {
  const planning = planningOf(given, 0);
  const rows = filtered(planning, sourceRelation(planning, given.type, given.source), given.predicate);
  return sql`(${selectFrom(rows, sql`${identifier(rows.entity?.alias ?? '')}.*`)})`;
}

/** A planner of the condition alone; its aliases are numbered behind `taken`. */
export function planningOf<Context>(
  { model, context, now, parameters = new Map() }: TableWhere<Context>,
  taken: number,
): Planning<Context> {
  return {
    model,
    context,
    now,
    parameters,
    aliases: { next: taken },
    prefix: '@',
    expanded: expandedMembers,
    isFull: false,
    ieee754Compatible: false,
  };
}
