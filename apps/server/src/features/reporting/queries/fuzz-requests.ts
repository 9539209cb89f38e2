import fc from 'fast-check';

/** A request of the fuzzer: a path below the service's root, and options. */
export interface FuzzedRequest {
  readonly path: string;
  readonly options: readonly (readonly [name: string, text: string])[];
}

const literal = fc.constantFrom(
  '0',
  '1',
  '-5',
  '2147483648',
  '1e308',
  'INF',
  'NaN',
  "''",
  "'Atlas'",
  "'%_'",
  "'\u0000'",
  "'\u{1f600}'",
  'null',
  'true',
  '2026-10-01',
  '2026-10-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  "duration'P1D'",
  '01941f29-7c00-7000-8000-02667d20a87e',
  "'Submitted'",
);

const rest = fc.constantFrom(
  '',
  '',
  '',
  '',
  '/$count',
  '(1001)',
  '(1001)/Parent',
  '(1001)/AllWorklogs',
  '/x',
  '/$ref',
);

/** Requests to these sets, put together of names that they have and of one that they have not. */
export function requestsTo(sets: readonly string[], names: readonly string[]): fc.Arbitrary<FuzzedRequest> {
  const name = fc.constantFrom(...names, ...names, 'Foo');
  const value = valuesOf(name);
  const condition = conditionsOf(name, value);
  const steps = fc.array(stepsOf(name, value, condition), { minLength: 1, maxLength: 3 });
  const option = fc.oneof(
    fc.tuple(fc.constantFrom('$filter', 'worklogsFilter', 'workItemsFilter'), condition),
    fc.tuple(
      fc.constant('$orderby'),
      fc.oneof(
        value,
        value.map((each) => `${each} desc`),
      ),
    ),
    fc.tuple(fc.constant('$select'), joined(fc.array(name, { minLength: 1, maxLength: 3 }), ',')),
    fc.tuple(fc.constant('$apply'), joined(steps, '/')),
    fc.tuple(
      fc.constant('$compute'),
      value.map((each) => `${each} as D`),
    ),
    fc.tuple(fc.constant('$skiptoken'), fc.string({ unit: 'binary', maxLength: 12 })),
    fixedOption,
  );
  return fc.record({
    path: fc.tuple(fc.constantFrom(...sets), rest).map(([set, more]) => `${set}${more}`),
    options: fc.uniqueArray(option, { maxLength: 4, selector: ([key]) => key }),
  });
}

const fixedOption = fc.constantFrom<readonly [string, string]>(
  ['workItemFilterApplyTarget', 'RootWorkItems'],
  ['prefilter', 'Me'],
  ['$count', 'true'],
  ['$top', '3'],
  ['$skip', '2'],
  ['$search', 'the OR NOT index'],
  ['$format', 'csv'],
  ['$expand', 'Children($levels=2)'],
  ['$expand', 'Worklogs($top=1;$select=Id)'],
  ['customFields', 'System.Tags,Custom.Order'],
  ['rollupFields', 'Custom.Order'],
);

type Texts = fc.Arbitrary<string>;

function joined(texts: fc.Arbitrary<string[]>, separator: string): Texts {
  return texts.map((all) => all.join(separator));
}

function valuesOf(name: Texts): Texts {
  const calls = fc.constantFrom('year', 'length', 'tolower', 'round', 'date', 'trim');
  const operators = fc.constantFrom('add', 'sub', 'mul', 'div', 'divby', 'mod');
  const types = fc.constantFrom('Edm.String', 'Edm.Int32', 'Edm.Double', 'Edm.Date');
  return fc.oneof(
    { weight: 4, arbitrary: name },
    { weight: 1, arbitrary: literal },
    { weight: 1, arbitrary: fc.tuple(calls, name).map(([call, each]) => `${call}(${each})`) },
    { weight: 1, arbitrary: fc.tuple(name, operators, literal).map((all) => `(${all.join(' ')})`) },
    { weight: 1, arbitrary: fc.tuple(name, types).map(([each, type]) => `cast(${each},${type})`) },
  );
}

function conditionsOf(name: Texts, value: Texts): Texts {
  const operators = fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le');
  const calls = fc.constantFrom('contains', 'startswith', 'matchesPattern');
  const comparison = fc.oneof(
    fc.tuple(value, operators, fc.oneof(literal, value)).map((all) => all.join(' ')),
    name.map((each) => `${each} ne null`),
  );
  return fc.oneof(
    comparison,
    fc.tuple(comparison, fc.constantFrom('and', 'or'), comparison).map((all) => all.join(' ')),
    comparison.map((each) => `not (${each})`),
    fc.tuple(calls, name, literal).map(([call, each, text]) => `${call}(${each},${text})`),
    fc.tuple(name, literal).map(([each, text]) => `${each} in (${text},${text})`),
  );
}

function stepsOf(name: Texts, value: Texts, condition: Texts): Texts {
  const methods = fc.constantFrom('min', 'max', 'countdistinct', 'sum', 'average');
  const tops = fc.constantFrom('topcount(2,', 'topsum(9,', 'bottompercent(50,');
  const aggregate = fc
    .tuple(value, methods)
    .map(([each, method]) => `aggregate(${each} with ${method} as A,$count as C)`);
  return fc.oneof(
    condition.map((each) => `filter(${each})`),
    aggregate,
    fc.tuple(name, name, aggregate).map(([one, other, each]) => `groupby((${one},${other}),${each})`),
    fc.tuple(name, aggregate).map(([one, each]) => `groupby((rollup($all,${one})),${each})`),
    value.map((each) => `compute(${each} as B)`),
    fc.tuple(tops, name).map((all) => `${all.join('')})`),
    aggregate.map((each) => `concat(${each},identity)`),
  );
}
