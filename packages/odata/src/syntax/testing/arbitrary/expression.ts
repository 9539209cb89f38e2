import fc from 'fast-check';
import type { BinaryOperator, Expression, PathNode, PathSegment } from '../../ast.ts';
import { anyLiteral, numberLiteral, textLiteral } from './literals.ts';
import { search } from './search.ts';

const at = { position: 0 } as const;
const name = (text: string): PathSegment => ({ type: 'name', name: text, ...at });

export function pathOf(segments: readonly PathSegment[]): PathNode {
  return { kind: 'path', segments, ...at };
}

/** `Maker/Name` as a path. */
export function namesOf(text: string): PathNode {
  return pathOf(text.split('/').map(name));
}

/** Paths of names to a value, to a collection of entities, and to single or complex values, in the names of the shop. */
export const toValue = fc.constantFrom(
  'Name',
  'Price',
  'Id',
  'Maker/Name',
  'Address/Sold',
  'Maker/Shop.Food/Price',
  'Shop.Food/Name',
);
const toEntities = fc.constantFrom('Parts', 'Maker/Parts');
const variable = fc.constantFrom('$it', '$this', '@a');

const METHODS = ['sum', 'min', 'max', 'average', 'countdistinct', 'Shop.median'];

const binaryOperators: readonly Exclude<BinaryOperator, 'in' | 'has'>[] = [
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'add',
  'sub',
  'mul',
  'div',
  'divby',
  'mod',
];

type Tied = {
  expression: Expression;
  path: PathNode;
};

/** Expressions of every kind, with names that fit the shop, so that the OASIS grammar knows them. */
export const { expression } = fc.letrec<Tied>((tie) => {
  const nested = tie('expression');
  const behind = (before: fc.Arbitrary<string>, segment: fc.Arbitrary<PathSegment>) =>
    fc.tuple(before, segment).map(([names, last]) => pathOf([...names.split('/').map(name), last]));

  const lambda = fc.tuple(fc.constantFrom('any', 'all'), fc.constantFrom('x', 'y'), nested).map(
    ([type, word, predicate]): PathSegment => ({
      type,
      variable: word,
      predicate,
      ...at,
    }),
  );
  const count = fc
    .record({ filter: nested, search }, { requiredKeys: [] })
    .map((options): PathSegment => ({ type: 'count', ...options, ...at }));
  const aggregate = fc.tuple(nested, fc.constantFrom(...METHODS)).map(
    ([inner, method]): PathSegment => ({
      type: 'aggregate',
      item: { expression: inner, prefix: [], method, from: [], name: null, ...at },
      ...at,
    }),
  );
  const callOfModel = nested.map((value) =>
    pathOf([
      name('Maker'),
      name('Shop.Score'),
      { type: 'arguments', items: [{ name: 'p', value, ...at }], ...at },
    ]),
  );
  const byKey = fc
    .oneof(textLiteral, numberLiteral)
    .map((value) =>
      pathOf([
        name('Parts'),
        { type: 'arguments', items: [{ name: null, value, ...at }], ...at },
        name('Name'),
      ]),
    );
  const filtered = nested.map((predicate) =>
    pathOf([name('Parts'), { type: 'filter', predicate, ...at }, { type: 'count', ...at }]),
  );

  return {
    path: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'path' },
      toValue.map(namesOf),
      variable.map((word) => pathOf([{ type: 'variable', name: word, ...at }])),
      fc
        .constantFrom('x/Name', '$it/Name', '$this/Address/Sold')
        .map((text) =>
          pathOf(
            text
              .split('/')
              .map((word) => (word.startsWith('$') ? { type: 'variable', name: word, ...at } : name(word))),
          ),
        ),
      fc.constant(
        pathOf([
          { type: 'variable', name: '$root', ...at },
          name('Goods'),
          {
            type: 'arguments',
            items: [{ name: 'Id', value: { kind: 'literal', type: 'integer', value: '5', ...at }, ...at }],
            ...at,
          },
          name('Name'),
        ]),
      ),
      fc.constant(
        pathOf([name('Price'), { type: 'annotation', term: 'Shop.Unit', qualifier: 'Big', ...at }]),
      ),
      behind(toEntities, fc.oneof(lambda, count, aggregate)),
      behind(fc.constant('Tags'), fc.oneof(lambda, fc.constant<PathSegment>({ type: 'any', ...at }))),
      callOfModel,
      byKey,
      filtered,
    ),
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expression', withCrossShrink: true },
      anyLiteral,
      tie('path'),
      fc
        .tuple(fc.constantFrom(...binaryOperators), nested, nested)
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, ...at })),
      fc.tuple(nested, fc.array(anyLiteral, { maxLength: 3 })).map(
        ([left, items]): Expression => ({
          kind: 'binary',
          operator: 'in',
          left,
          right: { kind: 'list', items, ...at },
          ...at,
        }),
      ),
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(nested, { minLength: 2, maxLength: 4 }),
        )
        .map(([operator, operands]): Expression => ({ kind: 'logical', operator, operands, ...at })),
      fc
        .tuple(fc.constantFrom('not' as const, 'negate' as const), nested)
        .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand, ...at })),
      fc
        .tuple(fc.constantFrom('contains', 'concat', 'indexof'), nested, nested)
        .map(([called, ...args]): Expression => ({ kind: 'call', name: called, args, ...at })),
      fc
        .constantFrom('now', 'maxdatetime')
        .map((called): Expression => ({ kind: 'call', name: called, args: [], ...at })),
      fc.tuple(nested, fc.boolean()).map(
        ([of, isCollection]): Expression => ({
          kind: 'call',
          name: 'cast',
          args: [of, { kind: 'type', name: 'Edm.String', isCollection, ...at }],
          ...at,
        }),
      ),
      fc
        .array(fc.record({ when: nested, result: nested }), { minLength: 1, maxLength: 2 })
        .map((branches): Expression => ({ kind: 'case', branches, ...at })),
      fc.array(nested, { maxLength: 3 }).map((items): Expression => ({ kind: 'array', items, ...at })),
      fc
        .array(fc.record({ name: fc.constantFrom('a', 'b c', 'é"'), value: nested }), { maxLength: 2 })
        .map((members): Expression => ({ kind: 'object', members, ...at })),
    ),
  };
});
