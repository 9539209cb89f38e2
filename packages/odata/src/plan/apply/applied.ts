import type { Transformation } from '../../syntax/apply-ast.ts';
import type { Planning } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { found, type Search } from '../relation/searching.ts';
import { computed, filtered, limited, ordered, unlimited } from '../relation/steps.ts';
import { concatenated } from './concat.ts';
import { grouped } from './grouped.ts';
import { leading } from './leading.ts';
import { notOffered } from './not-offered.ts';

/** The rows after a sequence of transformations (OData Data Aggregation 4.0, 3). Throws ODataError, also for those that are not offered. */
export function applied<Context>(
  planning: Planning<Context>,
  rows: Relation<Context>,
  steps: readonly Transformation[],
  search: Search,
): Relation<Context> {
  return steps.reduce((relation, step) => transformed(planning, relation, step, search), rows);
}

function transformed<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  step: Transformation,
  search: Search,
): Relation<Context> {
  switch (step.kind) {
    case 'identity':
      return relation;
    case 'filter':
      return filtered(planning, relation, step.predicate);
    case 'search':
      return found(unlimited(planning, relation), step.search, search);
    case 'compute':
      return computed(planning, relation, step.items);
    case 'orderby':
      return ordered(planning, relation, step.items);
    case 'top':
      return limited(relation, { top: step.count });
    case 'skip':
      return limited(relation, { skip: step.count });
    case 'limit':
      return leading(planning, relation, step);
    case 'aggregate':
      return grouped(planning, relation, [], step.items);
    case 'groupby':
      return groupedWithin(planning, relation, step, search);
    case 'concat': {
      const branches = step.branches.map((branch) => applied(planning, relation, branch, search));
      return concatenated(planning, branches);
    }
    default:
      throw notOffered(nameOf(step), step.position);
  }
}

/** The word that the query has for a transformation. */
function nameOf(step: Transformation): string {
  if (step.kind === 'function') return step.name;
  return step.kind === 'nest' && step.path ? 'addnested' : step.kind;
}

type GroupBy = Extract<Transformation, { kind: 'groupby' }>;

/** What is done within each group: an aggregate, then what works on its one row as well as on all of them. */
function groupedWithin<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  { keys, within, position }: GroupBy,
  search: Search,
): Relation<Context> {
  const steps = within.filter(({ kind }) => kind !== 'identity');
  const [first, ...rest] = steps;
  if (!first) return grouped(planning, relation, keys, []);
  if (first.kind !== 'aggregate') throw notOffered(`${first.kind} within groupby`, position);
  const other = rest.find(({ kind }) => kind !== 'compute' && kind !== 'filter');
  if (other) throw notOffered(`${other.kind} within groupby`, other.position);
  return applied(planning, grouped(planning, relation, keys, first.items), rest, search);
}
