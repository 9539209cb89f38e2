import type { ComputeItem, GroupKey, Hierarchy, OrderItem, Transformation } from '../../apply-ast.ts';
import { printAggregate, printArguments, printExpression } from './expression.ts';
import { printSearch } from './search.ts';

export function printApply(steps: readonly Transformation[]): string {
  return steps.map(printStep).join('/');
}

export function printOrderBy(items: readonly OrderItem[]): string {
  return items
    .map(({ expression, descending }) => printExpression(expression) + (descending ? ' desc' : ''))
    .join(',');
}

export function printCompute(items: readonly ComputeItem[]): string {
  return items.map(({ expression, name }) => `${printExpression(expression)} as ${name}`).join(',');
}

function printStep(step: Transformation): string {
  switch (step.kind) {
    case 'identity':
      return 'identity';
    case 'filter':
      return `filter(${printExpression(step.predicate)})`;
    case 'search':
      return `search(${printSearch(step.search)})`;
    case 'aggregate':
      return `aggregate(${step.items.map(printAggregate).join(',')})`;
    case 'groupby':
      return `groupby((${step.keys.map(printKey).join(',')})${step.within.length > 0 ? `,${printApply(step.within)}` : ''})`;
    case 'compute':
      return `compute(${printCompute(step.items)})`;
    case 'orderby':
      return `orderby(${printOrderBy(step.items)})`;
    case 'top':
    case 'skip':
      return `${step.kind}(${step.count})`;
    case 'limit':
      return `${step.side}${step.by}(${printExpression(step.amount)},${printExpression(step.of)})`;
    case 'concat':
      return `concat(${step.branches.map(printApply).join(',')})`;
    case 'nest': {
      const branches = step.branches.map(({ steps, name }) => `${printApply(steps)} as ${name}`).join(',');
      return step.path ? `addnested(${printExpression(step.path)},${branches})` : `nest(${branches})`;
    }
    case 'join':
    case 'outerjoin':
      return `${step.kind}(${printExpression(step.path)} as ${step.name}${step.steps.length > 0 ? `,${printApply(step.steps)}` : ''})`;
    case 'ancestors':
    case 'descendants': {
      const distance = step.distance === null ? '' : `,${step.distance}`;
      return `${step.kind}(${printHierarchy(step.hierarchy)},${printApply(step.start)}${distance}${step.keepStart ? ',keep start' : ''})`;
    }
    case 'traverse': {
      const parts = [
        printHierarchy(step.hierarchy),
        step.order,
        printApply(step.start),
        printOrderBy(step.items),
      ];
      return `traverse(${parts.filter(Boolean).join(',')})`;
    }
    default:
      return `${step.name}(${printArguments(step.items)})`;
  }
}

function printKey(key: GroupKey): string {
  if (key.kind === 'path') return printExpression(key.path);
  if (key.kind === 'rollup')
    return `rollup(${[...(key.withTotal ? ['$all'] : []), ...key.paths.map((path) => printExpression(path))].join(',')})`;
  return `rolluprecursive(${printHierarchy(key.hierarchy)}${key.start.length > 0 ? `,${printApply(key.start)}` : ''})`;
}

function printHierarchy({ nodes, qualifier, property }: Hierarchy): string {
  return `${printExpression(nodes)},${qualifier},${printExpression(property)}`;
}
