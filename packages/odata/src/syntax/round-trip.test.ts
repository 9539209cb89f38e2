import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NestedOption } from './nested-options.ts';
import { parseOption } from './query-options.ts';
import { option } from './testing/arbitrary/options.ts';
import { printOptions } from './testing/print/options.ts';
import { withoutPositions } from './testing/without-positions.ts';

test('every option that is written out reads back as the same tree', () => {
  fc.assert(
    fc.property(option, (options) => {
      for (const text of printOptions(options)) {
        const equals = text.indexOf('=');
        const name = text.slice(1, equals) as NestedOption;
        expect(withoutPositions(parseOption(name, text.slice(equals + 1)))).toEqual(options[name]);
      }
    }),
    { numRuns: 500 },
  );
});
