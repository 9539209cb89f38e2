import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { DURATION_FORMATS, type DurationFormat, formatDuration } from './format.ts';
import { LONGEST_DURATION, parseDuration } from './parse.ts';

const golden: [length: number, texts: Record<DurationFormat, string>][] = [
  [0, { '0.0': '0.0', '0.00': '0.00', 'HH:MM:SS': '00:00:00', 'HH:MM': '00:00' }],
  [1, { '0.0': '0.0', '0.00': '0.00', 'HH:MM:SS': '00:00:01', 'HH:MM': '00:01' }],
  [59, { '0.0': '0.0', '0.00': '0.02', 'HH:MM:SS': '00:00:59', 'HH:MM': '00:01' }],
  [60, { '0.0': '0.0', '0.00': '0.02', 'HH:MM:SS': '00:01:00', 'HH:MM': '00:01' }],
  [180, { '0.0': '0.1', '0.00': '0.05', 'HH:MM:SS': '00:03:00', 'HH:MM': '00:03' }],
  [3599, { '0.0': '1.0', '0.00': '1.00', 'HH:MM:SS': '00:59:59', 'HH:MM': '01:00' }],
  [29_520, { '0.0': '8.2', '0.00': '8.20', 'HH:MM:SS': '08:12:00', 'HH:MM': '08:12' }],
  [360_001, { '0.0': '100.0', '0.00': '100.00', 'HH:MM:SS': '100:00:01', 'HH:MM': '100:01' }],
  [-5400, { '0.0': '-1.5', '0.00': '-1.50', 'HH:MM:SS': '-01:30:00', 'HH:MM': '-01:30' }],
  [-1, { '0.0': '0.0', '0.00': '0.00', 'HH:MM:SS': '-00:00:01', 'HH:MM': '-00:01' }],
];

test.each(golden)('%i seconds in every format', (length, texts) => {
  const written = Object.fromEntries(
    DURATION_FORMATS.map((format) => [format, formatDuration(seconds(length), format)]),
  );
  expect(written).toEqual(texts);
});

function readBack(length: number, format: DurationFormat): number {
  const answer = parseDuration(formatDuration(seconds(length), format));
  return answer.ok ? answer.seconds : Number.NaN;
}

describe('reading back what was written', () => {
  const lengths = fc.integer({ min: 0, max: LONGEST_DURATION }).map(seconds);

  test('HH:MM:SS loses nothing', () => {
    fc.assert(fc.property(lengths, (length) => readBack(length, 'HH:MM:SS') === length));
  });

  test('HH:MM is the next whole minute', () => {
    fc.assert(fc.property(lengths, (length) => readBack(length, 'HH:MM') === Math.ceil(length / 60) * 60));
  });

  test('decimals are off by half a unit at most', () => {
    fc.assert(
      fc.property(lengths, (length) => {
        expect(Math.abs(readBack(length, '0.0') - length)).toBeLessThanOrEqual(180);
        expect(Math.abs(readBack(length, '0.00') - length)).toBeLessThanOrEqual(18);
      }),
    );
  });
});
