import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, seconds, type WallTime } from '../brands.ts';
import { OVERLAP_TOLERANCE, overlapping, overlapProblem, overlaps } from './overlap.ts';

const MINUTE = 60;
let made = 0;

/** An entry that begins `minute` minutes into the day and lasts `length` seconds. */
function entry(minute: number, length: number, changes: { id?: string; hasClockTime?: boolean } = {}) {
  made += 1;
  return {
    id: String(made),
    personId: 'cleo',
    startedAt: instant(minute * MINUTE * 1000),
    seconds: seconds(length),
    hasClockTime: true,
    ...changes,
  };
}

const nine = entry(540, 3600);

test.each([
  ['before', entry(400, 3600), false],
  ['touching at its begin', entry(480, 3600), false],
  ['reaching a minute into it', entry(480, 3660), false],
  ['reaching a minute and a second into it', entry(480, 3661), true],
  ['touching at its end', entry(600, 3600), false],
  ['starting in its last minute', entry(599, 3600), false],
  ['starting two minutes before its end', entry(598, 3600), true],
  ['the same time', entry(540, 3600), true],
  ['around it', entry(500, 9000), true],
  ['inside it', entry(550, 600), true],
  ['inside it and no longer than a minute', entry(550, 60), false],
  ['without clock time', entry(540, 3600, { hasClockTime: false }), false],
  ['itself with other times', { ...entry(550, 3600), id: nine.id }, false],
])('9 to 10 and an entry %s: collide %s', (_, other, expected) => {
  expect(overlaps(nine, other)).toBe(expected);
  expect(overlaps(other, nine)).toBe(expected);
  expect(overlapping([nine, other])).toEqual(expected ? [0, 1] : null);
});

describe('a batch', () => {
  test('entries of different people never collide', () => {
    expect(overlapping([nine, { ...entry(540, 3600), personId: 'dan' }])).toBeNull();
  });

  test('the places are those of the batch, the smaller first', () => {
    const others = [entry(0, 60), entry(100, 300), { ...entry(545, 3600), personId: 'dan' }];
    expect(overlapping([entry(545, 3600), ...others, nine])).toEqual([0, 4]);
    expect(overlapping([nine, ...others, entry(545, 3600)])).toEqual([0, 4]);
  });

  test('an entry hidden under a long one is found behind a short one', () => {
    expect(overlapping([entry(0, 36_000), entry(500, 3600)])).toEqual([0, 1]);
    const long = { ...entry(0, 36_000), id: 'same' };
    expect(overlapping([long, { ...entry(100, 600), id: 'same' }, entry(500, 3600)])).toEqual([0, 2]);
  });

  test('one empty or of one entry is fine', () => {
    expect(overlapping([])).toBeNull();
    expect(overlapping([nine])).toBeNull();
  });

  const anyEntry = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    personId: fc.constantFrom('cleo', 'dan'),
    startedAt: fc.integer({ min: 0, max: 40 }).map((minute) => instant(minute * 30_000)),
    seconds: fc.integer({ min: 0, max: 10 }).map((halves) => seconds(halves * 30)),
    hasClockTime: fc.boolean(),
  });

  test('collides exactly if two of its entries do', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (batch) => {
        const collide = (a: number, b: number) => {
          const [one, two] = [batch[a], batch[b]];
          return one && two && one.personId === two.personId && overlaps(one, two);
        };
        const places = [...batch.keys()];
        const expected = places.some((a) => places.some((b) => collide(a, b)));
        const found = overlapping(batch);
        expect(found !== null).toBe(expected);
        if (found === null) return;
        expect(collide(...found)).toBe(true);
        expect(found[0]).toBeLessThan(found[1]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the refusal', () => {
  const start = '2026-03-02T09:00:00' as WallTime;

  test('names the worklog in the way and the times that would pass', () => {
    expect(overlapProblem({ worklogId: 'w1', localStartedAt: start, seconds: seconds(3600) })).toEqual({
      code: 'DbValidationError',
      field: 'timeStamp',
      setting: 'noOverlap',
      message:
        'timeStamp: the time overlaps the worklog w1 from 2026-03-02T09:00:00 to 2026-03-02T10:00:00, and entries of ' +
        'one person may not overlap by more than 60 seconds (setting noOverlap); end by 2026-03-02T09:00:00 or start at ' +
        '2026-03-02T10:00:00 or later.',
    });
  });

  test('says of a running track that it may be stopped', () => {
    expect(overlapProblem({ worklogId: null, localStartedAt: start, seconds: seconds(60) }).message).toBe(
      'timeStamp: the time overlaps the track that runs since 2026-03-02T09:00:00, and entries of one person may not ' +
        'overlap by more than 60 seconds (setting noOverlap); end by 2026-03-02T09:00:00, or stop the track first.',
    );
  });

  test('the tolerance is one minute', () => {
    expect(OVERLAP_TOLERANCE).toBe(60);
  });
});
