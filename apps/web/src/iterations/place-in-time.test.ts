import { describe, expect, test } from 'vitest';
import { isNow, neighbourOf } from './place-in-time.ts';

const sprint = (name: string, startDate: string | null, finishDate: string | null, project = 'Atlas') => ({
  path: `${project}\\${name}`,
  project,
  startDate,
  finishDate,
});
const one = sprint('1', '2026-03-02', '2026-03-13');
const two = sprint('2', '2026-03-16', '2026-03-27');
const three = sprint('3', '2026-03-30', '2026-04-10');
const undated = sprint('Some day', null, null);
const all = [three, undated, sprint('2', '2026-03-17', '2026-03-20', 'Borealis'), one, two];

test.each([
  ['2026-03-01', false],
  ['2026-03-02', true],
  ['2026-03-13', true],
  ['2026-03-14', false],
])('on %s the first sprint is now: %s', (day, now) => {
  expect(isNow(one, day)).toBe(now);
});

test('an iteration without days is never now', () => {
  expect(isNow(undated, '2026-03-02')).toBe(false);
});

describe('the neighbour of an iteration', () => {
  test.each([
    [one, 1, two],
    [two, 1, three],
    [three, 1, undefined],
    [three, -1, two],
    [one, -1, undefined],
    [undated, 1, undefined],
  ] as const)('%j, %i is %j', (from, step, expected) => {
    expect(neighbourOf(all, from, step)).toBe(expected);
  });
});
