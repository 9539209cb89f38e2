import { ODataError } from '../../error.ts';
import type { NavigationProperty } from '../../model/members.ts';
import type { EntitySet } from '../../model/model.ts';
import { identifier, join, parameter, type Sql, sql } from '../../sql/fragment.ts';
import type { SearchNode } from '../../syntax/ast.ts';
import type { Planning } from './planning.ts';
import type { Relation } from './relation.ts';

/** What `$search` looks into; null where it is not offered. */
export type Search = ((row: Sql, word: Sql) => Sql) | null;

/** What `$search` looks into for the targets of a navigation property: what their own set does. */
export function searchOfTarget<Context>(
  { model }: Planning<Context>,
  { set }: NavigationProperty<Context>,
): Search {
  const target: EntitySet<Context> | undefined = set === null ? undefined : model.sets[set];
  return target?.search ?? null;
}

/** The rows in which the words are found. Throws ODataError where nothing is searched. */
export function found<Context>(
  relation: Relation<Context>,
  node: SearchNode,
  search: Search,
): Relation<Context> {
  const { entity } = relation;
  if (!search || !entity) {
    throw new ODataError('NotImplemented', '$search is not offered here.', { position: node.position });
  }
  const row = identifier(entity.alias);
  const condition = { sql: conditionOf(node, (word) => search(row, word)), rows: new Set([entity.alias]) };
  return { ...relation, conditions: [...relation.conditions, condition] };
}

function conditionOf(node: SearchNode, contains: (word: Sql) => Sql): Sql {
  switch (node.kind) {
    case 'term':
      return sql`(${contains(parameter(node.text, 'text'))})`;
    case 'not':
      return sql`(not coalesce(${conditionOf(node.operand, contains)}, false))`;
    default: {
      const operands = node.operands.map((operand) => conditionOf(operand, contains));
      return sql`(${join(operands, ` ${node.kind} `)})`;
    }
  }
}
