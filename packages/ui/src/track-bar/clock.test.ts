import { expect, test } from 'vitest';
import { lengthAt, resync, untilNextSecond } from './clock.ts';

const clock = { lengthSeconds: 95, at: 1000 };

test('the clock goes on from what the server said', () => {
  expect([
    lengthAt(clock, 1000),
    lengthAt(clock, 1999),
    lengthAt(clock, 2000),
    lengthAt(clock, 61_000),
  ]).toEqual([95, 95, 96, 155]);
});

test('a difference of less than two seconds does not move the shown time', () => {
  expect(resync(clock, 99, 6000)).toBe(clock);
  expect(resync(clock, 101, 6000)).toBe(clock);
});

test('after sleep the clock takes the length of the server', () => {
  expect(resync(clock, 3695, 6000)).toEqual({ lengthSeconds: 3695, at: 6000 });
  expect(resync(clock, 0, 6000)).toEqual({ lengthSeconds: 0, at: 6000 });
});

test('the next tick falls on the change of the second', () => {
  expect([untilNextSecond(clock, 1000), untilNextSecond(clock, 1250), untilNextSecond(clock, 1999)]).toEqual([
    1000, 750, 1,
  ]);
});
