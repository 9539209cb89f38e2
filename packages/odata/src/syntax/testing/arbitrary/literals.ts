import fc from 'fast-check';
import type { LiteralNode } from '../../ast.ts';

const literal = (type: LiteralNode['type'], values: fc.Arbitrary<string>): fc.Arbitrary<LiteralNode> =>
  values.map((value) => ({ kind: 'literal', type, value, position: 0 }));

const digits = fc.stringMatching(/^-?\d{1,12}$/);
const fraction = fc.stringMatching(/^-?\d{1,6}(\.\d{1,6}(e[+-]?\d{1,2})?|e-?\d)$/);
const two = (most: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const day = fc.tuple(
  fc.integer({ min: 1, max: 9999 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const date = day.map(([year, month, of]) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(of).padStart(2, '0')].join('-'),
);
const time = fc.tuple(two(23), two(59), two(59)).map((parts) => parts.join(':'));
const offset = fc.constantFrom('Z', '+02:00', '-13:30');

/** Texts that a grammar stumbles over; without a slash, which the OASIS grammar wants encoded in a text only. */
const text = fc.oneof(
  fc.string({ maxLength: 8, unit: fc.constantFrom(...Array.from('aZ09 \'"(),;:=$@&%+-*.\\é€😀')) }),
  fc.constantFrom('', "O'Neil", "''", ' and ', 'null', '%27'),
);

const enumeration = fc
  .constantFrom('Red', 'Red,Green', '4', 'Green,-2')
  .map(
    (value): LiteralNode => ({ kind: 'literal', type: 'enum', value, typeName: 'Shop.Colour', position: 0 }),
  );

export const numberLiteral = fc.oneof(literal('integer', digits), literal('decimal', fraction));
export const textLiteral = literal('string', text);

export const anyLiteral: fc.Arbitrary<LiteralNode> = fc.oneof(
  numberLiteral,
  textLiteral,
  literal('null', fc.constant('null')),
  literal('boolean', fc.constantFrom('true', 'false')),
  literal('double', fc.constantFrom('INF', '-INF', 'NaN')),
  literal('guid', fc.uuid()),
  literal('date', date),
  literal('timeOfDay', time),
  literal(
    'dateTimeOffset',
    fc.tuple(date, time, offset).map(([on, at, zone]) => `${on}T${at}${zone}`),
  ),
  literal('duration', fc.constantFrom('P1D', '-PT2H30M', 'P1DT0.5S')),
  literal('binary', fc.constantFrom('', 'T0RhdGE', 'Zg==')),
  enumeration,
);
