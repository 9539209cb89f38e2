import { expect, test } from 'vitest';
import { advance, beginTimeline, nowOf, synchronize } from './timeline.ts';

const begun = beginTimeline({ wall: 1_000_000, steady: 0 });

test('a clock that is set back takes no time away', () => {
  const step = advance(begun, { wall: 1_000_000 - 3_600_000 + 5_000, steady: 5_000 });
  expect(step).toMatchObject({ now: 1_005_000, clockSetBack: 3_600_000 });
  expect(advance(step.timeline, { wall: 1_000_000 - 3_600_000 + 6_000, steady: 6_000 }).now).toBe(1_006_000);
});

test('sleep, in which the steady clock stands still, is time that passed', () => {
  expect(advance(begun, { wall: 1_000_000 + 28_800_000, steady: 1_000 })).toMatchObject({
    now: 1_000_000 + 28_800_000,
    clockSetBack: 0,
  });
});

test('clocks that only drift are let be', () => {
  expect(advance(begun, { wall: 1_059_000, steady: 60_000 })).toMatchObject({
    now: 1_059_000,
    clockSetBack: 0,
  });
});

test('the server’s time is taken over when it really differs', () => {
  expect(nowOf(synchronize(begun, 1_001_500))).toBe(1_000_000);
  expect(nowOf(synchronize(begun, 1_060_000))).toBe(1_060_000);
  const set = synchronize(begun, 900_000);
  expect(advance(set, { wall: 1_010_000, steady: 10_000 }).now).toBe(910_000);
});
