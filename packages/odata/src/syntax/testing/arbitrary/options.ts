import fc from 'fast-check';
import type { ExpandItem, QueryOptions, SelectItem } from '../../options-ast.ts';
import { computeItems, orderItems, steps } from './apply.ts';
import { expression } from './expression.ts';
import { search } from './search.ts';

const at = { position: 0 } as const;

/** Small options of every kind; `select` and `expand` nest. */
const plain = {
  filter: expression,
  search,
  orderby: orderItems,
  skip: fc.nat(),
  top: fc.nat(),
  count: fc.boolean(),
};
const aliases = expression.map((value) => ({ '@a': value }));
const some = (model: { [Name in keyof QueryOptions]?: fc.Arbitrary<NonNullable<QueryOptions[Name]>> }) =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<QueryOptions>;

type Tied = {
  select: SelectItem[];
  expand: ExpandItem[];
};

const { select, expand } = fc.letrec<Tied>((tie) => {
  const selectable = some({ ...plain, compute: computeItems, select: tie('select'), aliases });
  const expandable = some({
    ...plain,
    compute: computeItems,
    select: tie('select'),
    expand: tie('expand'),
    levels: fc.constantFrom(1, 12, Number.POSITIVE_INFINITY),
    apply: steps,
    aliases,
  });
  const selectItem = fc.oneof(
    { maxDepth: 2, depthIdentifier: 'select' },
    fc.constantFrom<SelectItem>(
      { kind: 'all', ...at },
      { kind: 'all', namespace: 'Shop', ...at },
      { kind: 'path', names: ['Shop.Score'], parameters: ['p', 'q'], options: {}, ...at },
    ),
    fc
      .constantFrom(['Name'], ['Parts'], ['Shop.Food', 'Name'], ['Address', 'Sold'])
      .map((names): SelectItem => ({ kind: 'path', names, options: {}, ...at })),
    fc
      .record({ names: fc.constantFrom(['Address'], ['Offices']), options: selectable })
      .map((item): SelectItem => ({ kind: 'path', ...item, ...at })),
  );
  const expandItem = fc.oneof(
    { maxDepth: 2, depthIdentifier: 'expand' },
    fc.constantFrom<ExpandItem>(
      { names: ['*'], suffix: null, options: {}, ...at },
      { names: ['*'], suffix: 'ref', options: {}, ...at },
      { names: ['Address', '*'], suffix: null, options: { levels: 2 }, ...at },
      { names: ['$value'], suffix: null, options: {}, ...at },
    ),
    fc
      .record({
        names: fc.constantFrom(['Parts'], ['Shop.Food', 'Parts'], ['Address', 'Maker']),
        options: expandable,
      })
      .map((item): ExpandItem => ({ ...item, suffix: null, ...at })),
    fc
      .record({ options: some({ filter: expression, search }) })
      .map((item): ExpandItem => ({ names: ['Parts'], suffix: 'count', ...item, ...at })),
    fc
      .record({ options: some(plain) })
      .map((item): ExpandItem => ({ names: ['Parts'], suffix: 'ref', ...item, ...at })),
  );
  const few = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 2 });
  return { select: few(selectItem), expand: few(expandItem) };
});

/** One option of a request, of every kind. */
export const option: fc.Arbitrary<QueryOptions> = fc.oneof(
  expression.map((filter) => ({ filter })),
  orderItems.map((orderby) => ({ orderby })),
  computeItems.map((compute) => ({ compute })),
  search.map((of) => ({ search: of })),
  steps.map((apply) => ({ apply })),
  select.map((items) => ({ select: items })),
  expand.map((items) => ({ expand: items })),
  fc.record({ top: fc.nat(), skip: fc.nat(), count: fc.boolean() }),
);
