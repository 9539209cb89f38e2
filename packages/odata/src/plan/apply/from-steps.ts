import type { GroupKey } from '../../syntax/apply-ast.ts';
import type { AggregateItem, PathNode } from '../../syntax/ast.ts';
import type { Planning } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { noCustomAggregate } from './methods.ts';
import { notOffered } from './not-offered.ts';

type Grouped = <Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  keys: readonly GroupKey[],
  items: readonly AggregateItem[],
) => Relation<Context>;

/** Whether something is to be aggregated step by step: `Amount with sum from Day with average as Daily`. */
export function hasSteps(items: readonly AggregateItem[]): boolean {
  return items.some(({ from }) => from.length > 0);
}

/** Groups by the keys and all of `from`, then aggregates what came of it without the first of `from`, and so on. */
export function aggregatedInSteps<Context>(
  planning: Planning<Context>,
  relation: Relation<Context>,
  keys: readonly GroupKey[],
  items: readonly AggregateItem[],
  grouped: Grouped,
): Relation<Context> {
  const [first] = items;
  if (!first) throw new Error('nothing to aggregate');
  const other = items.find((item) => pathsOf(item) !== pathsOf(first));
  if (other) throw notOffered('aggregate with different "from"', other.position);
  const added = first.from.flatMap(({ paths }) => paths.map((path): GroupKey => ({ kind: 'path', path })));
  const inner = items.map((item) => ({ ...item, from: [] }));
  const parts = grouped(planning, relation, [...keys.flatMap(withoutRollup), ...added], inner);
  return grouped(planning, parts, keys, items.map(nextStep));
}

function nextStep({ from: [step, ...rest], name, position }: AggregateItem): AggregateItem {
  if (!step || name === null || step.method === null) throw noCustomAggregate(name ?? 'This', position);
  const expression: PathNode = { kind: 'path', segments: [{ type: 'name', name, position }], position };
  return { expression, prefix: [], method: step.method, from: rest, name, position };
}

function withoutRollup(key: GroupKey): readonly GroupKey[] {
  return key.kind === 'rollup' ? key.paths.map((path) => ({ kind: 'path', path })) : [key];
}

/** The paths of `from`, to tell whether two items have the same. */
function pathsOf({ from }: AggregateItem): string {
  return from.map(({ paths }) => paths.map(textOfPath).join()).join(';');
}

function textOfPath({ segments }: PathNode): string {
  const names = segments.map((segment) =>
    segment.type === 'name' ? segment.name.toLowerCase() : segment.type,
  );
  return names.join('/');
}
