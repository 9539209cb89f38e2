import fc from 'fast-check';
import type { ComputeItem, GroupKey, Hierarchy, OrderItem, Transformation } from '../../apply-ast.ts';
import type { AggregateItem } from '../../ast.ts';
import { expression, namesOf, pathOf, toValue } from './expression.ts';
import { search } from './search.ts';

const at = { position: 0 } as const;
const alias = fc.constantFrom('Total', 'Share');
const few = <Item>(item: fc.Arbitrary<Item>, minLength = 1) => fc.array(item, { minLength, maxLength: 2 });

export const computeItems: fc.Arbitrary<ComputeItem[]> = few(
  fc.record({ expression, name: alias, position: fc.constant(0) }),
);
export const orderItems: fc.Arbitrary<OrderItem[]> = few(fc.record({ expression, descending: fc.boolean() }));

const from = few(
  fc.record({ paths: few(toValue.map(namesOf)), method: fc.constantFrom('max', 'average') }),
  0,
);
const aggregateItem: fc.Arbitrary<AggregateItem> = fc.oneof(
  fc
    .record({ expression, method: fc.constantFrom('sum', 'countdistinct', 'Shop.median'), from, name: alias })
    .map((item) => ({ ...item, prefix: [], ...at })),
  fc
    .record({ prefix: fc.constantFrom([], ['Parts'], ['Maker', 'Parts']), from, name: alias })
    .map((item) => ({ ...item, expression: null, method: null, ...at })),
  fc
    .constantFrom('Forecast', 'Maker/Forecast')
    .map((text) => ({ expression: namesOf(text), prefix: [], method: null, from: [], name: null, ...at })),
);

const hierarchy: Hierarchy = {
  nodes: pathOf([
    { type: 'variable', name: '$root', ...at },
    { type: 'name', name: 'Goods', ...at },
  ]),
  qualifier: 'Tree',
  property: namesOf('Id'),
};

type Tied = {
  step: Transformation;
  steps: Transformation[];
  start: Transformation[];
  key: GroupKey;
};

/** Transformations of every kind, in the names of the shop. */
export const { steps } = fc.letrec<Tied>((tie) => {
  const keeping = fc.oneof(
    fc.constant<Transformation>({ kind: 'identity', ...at }),
    expression.map((predicate): Transformation => ({ kind: 'filter', predicate, ...at })),
    search.map((of): Transformation => ({ kind: 'search', search: of, ...at })),
    orderItems.map((items): Transformation => ({ kind: 'orderby', items, ...at })),
    fc
      .tuple(fc.constantFrom('top' as const, 'skip' as const), fc.nat())
      .map(([kind, count]): Transformation => ({ kind, count, ...at })),
    fc
      .record({
        side: fc.constantFrom('top' as const, 'bottom' as const),
        by: fc.constantFrom('count' as const, 'sum' as const, 'percent' as const),
        amount: expression,
        of: expression,
      })
      .map((limit): Transformation => ({ kind: 'limit', ...limit, ...at })),
    fc.constant<Transformation>({ kind: 'function', name: 'Shop.Cheap', items: [], ...at }),
  );
  const branches = few(fc.record({ steps: tie('steps'), name: alias }));
  return {
    step: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'step' },
      keeping,
      few(aggregateItem).map((items): Transformation => ({ kind: 'aggregate', items, ...at })),
      computeItems.map((items): Transformation => ({ kind: 'compute', items, ...at })),
      fc
        .record({ keys: few(tie('key')), within: fc.oneof(fc.constant([]), tie('steps')) })
        .map((groupby): Transformation => ({ kind: 'groupby', ...groupby, ...at })),
      fc
        .array(tie('steps'), { minLength: 2, maxLength: 3 })
        .map((parts): Transformation => ({ kind: 'concat', branches: parts, ...at })),
      fc
        .record({ path: fc.constantFrom(null, namesOf('Parts'), namesOf('Address')), branches })
        .map((nest): Transformation => ({ kind: 'nest', ...nest, ...at })),
      fc
        .record({
          kind: fc.constantFrom('join' as const, 'outerjoin' as const),
          path: fc.constant(namesOf('Parts')),
          name: alias,
          steps: fc.oneof(fc.constant([]), tie('steps')),
        })
        .map((join): Transformation => ({ ...join, ...at })),
      fc
        .record({
          kind: fc.constantFrom('ancestors' as const, 'descendants' as const),
          start: tie('start'),
          distance: fc.option(fc.nat()),
          keepStart: fc.boolean(),
        })
        .map((walk): Transformation => ({ ...walk, hierarchy, ...at })),
      fc
        .record({
          order: fc.constantFrom('preorder' as const, 'postorder' as const),
          start: fc.oneof(fc.constant([]), tie('start')),
          items: fc.oneof(fc.constant([]), orderItems),
        })
        .map((walk): Transformation => ({ kind: 'traverse', ...walk, hierarchy, ...at })),
    ),
    steps: few(tie('step')),
    start: few(keeping),
    key: fc.oneof(
      fc
        .constantFrom('Name', 'Maker/Name', 'Maker', 'Address/Sold')
        .map((text): GroupKey => ({ kind: 'path', path: namesOf(text) })),
      fc
        .constantFrom(['Name', 'Maker/Name'], ['Tree'])
        .map((names): GroupKey => ({ kind: 'rollup', withTotal: false, paths: names.map(namesOf), ...at })),
      fc
        .oneof(fc.constant([]), tie('start'))
        .map((start): GroupKey => ({ kind: 'rolluprecursive', hierarchy, start, ...at })),
    ),
  };
});
