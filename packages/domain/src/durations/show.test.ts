import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { DURATION_FORMATS, formatDuration } from './format.ts';
import { LONGEST_DURATION, parseDuration } from './parse.ts';
import { showDuration } from './show.ts';

test.each([
  [16_320, 'HH:MM', '.', '4:32'],
  [0, 'HH:MM', '.', '0:00'],
  [-16_320, 'HH:MM', '.', '-4:32'],
  [36_001, 'HH:MM', '.', '10:01'],
  [2832, 'HH:MM:SS', ',', '0:47:12'],
  [27_000, '0.0', ',', '7,5'],
  [29_520, '0.00', '.', '8.20'],
  [-5400, '0.0', ',', '-1,5'],
] as const)('%i seconds as %s with %s are %s', (length, format, mark, text) => {
  expect(showDuration(seconds(length), format, mark)).toBe(text);
});

test('what is shown reads back as what is formatted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: LONGEST_DURATION }).map(seconds),
      fc.constantFrom(...DURATION_FORMATS),
      fc.constantFrom('.' as const, ',' as const),
      (length, format, mark) => {
        const shown = parseDuration(showDuration(length, format, mark));
        expect(shown.ok).toBe(true);
        expect(shown).toEqual(parseDuration(formatDuration(length, format)));
      },
    ),
  );
});
