import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { LONGEST_DURATION, parseDuration } from './parse.ts';

const golden: [text: string, seconds: number][] = [
  ['1:30', 5400],
  ['1:5', 3900],
  ['01:30', 5400],
  ['1:30:15', 5415],
  ['100:00', 360_000],
  [':30', 1800],
  ['0:00', 0],
  ['1h30m', 5400],
  ['1h 30m', 5400],
  ['1 h 30 m', 5400],
  ['1H30M', 5400],
  ['1h30m15s', 5415],
  ['1h 15s', 3615],
  ['90m', 5400],
  ['90 min', 5400],
  ['1h 30min', 5400],
  ['45s', 45],
  ['2h', 7200],
  ['1.5h', 5400],
  ['1,5 h', 5400],
  ['0.5m', 30],
  ['1.5', 5400],
  ['1,5', 5400],
  ['.5', 1800],
  [',5', 1800],
  ['2.', 7200],
  ['  2  ', 7200],
  ['\u00a02\u202fh', 7200],
  ['0', 0],
  ['8.20', 29_520],
  ['8,2', 29_520],
  ['0.1', 360],
  ['0.01', 36],
  ['1.005', 3618],
  ['0.0001', 0],
  ['0.00014', 1],
  ['1.3333333333333333', 4800],
  ['9999', 35_996_400],
];

test.each(golden)('%j is %i seconds', (text, expected) => {
  expect(parseDuration(text)).toEqual({ ok: true, seconds: expected });
});

const junk = [
  'abc',
  'NaN',
  'Infinity',
  '1e3',
  '0x10',
  '1:60',
  '1:30:60',
  '1:30:5',
  '1:2:3:4',
  '1.5:30',
  '1:',
  ':',
  '.',
  ',',
  'h',
  '1h30',
  '1m 1h',
  '1h 1h',
  '1.2.3',
  '1,2.3h',
  '1 30',
  '1..5',
  '+1',
  '1d',
  '１',
  '1h-30m',
  '.h',
  '1 .5',
];

test.each(junk)('%j is no duration and the reason shows what would be', (text) => {
  expect(parseDuration(text)).toEqual({
    ok: false,
    fault: 'unreadable',
    reason: `"${text}" is not a duration; write 1:30, 1h30m, 90m or 1.5.`,
  });
});

describe('refusals', () => {
  test.each(['', '   ', '\t'])('%j asks for a duration', (text) => {
    expect(parseDuration(text)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Enter a duration'),
    });
  });

  test.each(['-1', '- 1:30', '−2h'])('%j is negative', (text) => {
    expect(parseDuration(text)).toEqual({
      ok: false,
      fault: 'negative',
      reason: 'A duration must not be negative.',
    });
  });

  test.each(['9999.001', '10000', '9999:00:01', '35996401s', '9'.repeat(400), `${'9'.repeat(400)}m`])(
    'over 9999 hours is too long: %s',
    (text) => {
      expect(parseDuration(text)).toEqual({
        ok: false,
        fault: 'tooLong',
        reason: 'A duration must not be longer than 9999 hours.',
      });
    },
  );

  test('a plan may be longer, as its caller says', () => {
    expect(parseDuration('20000', 596_523)).toEqual({ ok: true, seconds: 72_000_000 });
    expect(parseDuration('596523:00:01', 596_523)).toMatchObject({
      fault: 'tooLong',
      reason: 'A duration must not be longer than 596523 hours.',
    });
  });

  test('a long text is quoted in part', () => {
    const answer = parseDuration('x'.repeat(1000));
    expect(answer.ok ? '' : answer.reason.length).toBeLessThan(100);
    expect(answer.ok ? '' : answer.reason).toContain(`"${'x'.repeat(40)}…" is not a duration`);
  });

  test('a text of 40 characters is quoted whole, without the blanks around it', () => {
    expect(parseDuration(` ${'x'.repeat(40)} `)).toEqual({
      ok: false,
      fault: 'unreadable',
      reason: `"${'x'.repeat(40)}" is not a duration; write 1:30, 1h30m, 90m or 1.5.`,
    });
  });

  test('digits behind the twelfth do not count', () => {
    expect(parseDuration(`0.0001388888888${'9'.repeat(400)}`)).toEqual({ ok: true, seconds: seconds(0) });
  });
});

describe('any text', () => {
  test('is read as whole seconds in range or refused with a reason, and never throws', () => {
    const alphabet = '0123456789.,: hmsHMSin-+eE'.split('');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 14 }), fc.string()),
        (text) => {
          const answer = parseDuration(text);
          if (!answer.ok) return answer.reason.length > 0;
          return (
            Number.isInteger(answer.seconds) && answer.seconds >= 0 && answer.seconds <= LONGEST_DURATION
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('every whole second is read exactly, in each spelling', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LONGEST_DURATION }), (total) => {
      const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
      const spellings = [
        `${h}h${m}m${s}s`,
        `${h}H ${m} m ${s} S`,
        `${total}s`,
        `${h}:${m}:${String(s).padStart(2, '0')}`,
      ];
      for (const text of spellings)
        expect(parseDuration(text)).toEqual({ ok: true, seconds: seconds(total) });
    }),
  );
});

test('hundredths of an hour are exact: every n/100 h is n × 36 seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_900 }), fc.constantFrom('.', ','), (hundredths, separator) => {
      const text = `${Math.floor(hundredths / 100)}${separator}${String(hundredths % 100).padStart(2, '0')}`;
      expect(parseDuration(text)).toEqual({ ok: true, seconds: hundredths * 36 });
    }),
  );
});
