import type { GroupKey, Transformation } from '../../syntax/apply-ast.ts';
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

/**
 * What is done within each group: first what chooses among its rows, then an aggregate, then what works on its one row as well as on all
 * of them. A group of which no row is chosen is not in the result.
 */
function groupedWithin<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  { keys, within }: GroupBy,
  search: Search,
): Relation<Context> {
  const steps = within.filter(({ kind }) => kind !== 'identity');
  const aggregateAt = steps.findIndex(({ kind }) => kind === 'aggregate');
  const choosing = aggregateAt === -1 ? steps : steps.slice(0, aggregateAt);
  const chosen = choosing.reduce((rows, step) => chosenWithin(planning, rows, step, keys, search), relation);
  const aggregate = steps[aggregateAt];
  if (aggregate?.kind !== 'aggregate') {
    return steps.length === 0 ? grouped(planning, relation, keys, []) : chosen;
  }
  const rest = steps.slice(aggregateAt + 1);
  const other = rest.find(({ kind }) => kind !== 'compute' && kind !== 'filter');
  if (other) throw notOffered(`${nameOf(other)} behind aggregate within groupby`, other.position);
  return applied(planning, grouped(planning, chosen, keys, aggregate.items), rest, search);
}

/** A step that chooses among the rows of each group. */
function chosenWithin<Context>(
  planning: Planning<Context>,
  rows: Relation<Context>,
  step: Transformation,
  keys: readonly GroupKey[],
  search: Search,
): Relation<Context> {
  if (step.kind === 'limit' && keys.every(({ kind }) => kind === 'path')) {
    return leading(planning, rows, step, keys);
  }
  if (step.kind === 'filter' || step.kind === 'compute' || step.kind === 'search') {
    return transformed(planning, rows, step, search);
  }
  throw notOffered(`${nameOf(step)} within groupby`, step.position);
}
