import { expect, test } from 'vitest';
import { instant, type WallTime } from '../brands.ts';
import { futureCheck } from './future-check.ts';

const wall = (text: string) => text as WallTime;
/** Monday 23:30 in Berlin, which is still 18:30 in New York and already Tuesday 04:15 in Kathmandu. */
const now = instant(Date.parse('2026-03-02T22:30:00Z'));

test.each([
  ['Europe/Berlin', '2026-03-03T23:59:59', 1, null],
  ['Europe/Berlin', '2026-03-04T00:00:00', 1, '2026-03-03'],
  ['Europe/Berlin', '2026-03-03T00:00:00', 0, '2026-03-02'],
  ['Europe/Berlin', '2026-03-02T23:59:59', 0, null],
  ['America/New_York', '2026-03-03T00:00:00', 0, '2026-03-02'],
  ['Asia/Kathmandu', '2026-03-03T23:00:00', 0, null],
  ['Asia/Kathmandu', '2026-03-11T00:00:00', 7, '2026-03-10'],
  ['UTC', '2099-01-01T00:00:00', null, null],
  ['UTC', '1999-01-01T00:00:00', 0, null],
])('in %s an entry of %s, %s days ahead: last day %s', (timeZone, timestamp, days, lastDay) => {
  const problem = futureCheck(wall(timestamp), { now, timeZone }, days);
  if (lastDay === null) return expect(problem).toBeNull();
  expect(problem?.message).toContain(`book it on ${lastDay} or before`);
  return expect(problem).toEqual({
    code: 'FutureCheckFailed',
    field: 'timeStamp',
    setting: 'futureDays',
    message: expect.stringContaining(`timeStamp is on ${timestamp.slice(0, 10)}: no time may lie beyond`),
  });
});

test('the message names the rule, the setting and the last day that would pass', () => {
  expect(futureCheck(wall('2026-03-04T00:00:00'), { now, timeZone: 'UTC' }, 0)?.message).toBe(
    'timeStamp is on 2026-03-04: no time may lie beyond 2026-03-02 plus 0 (setting futureDays); ' +
      'book it on 2026-03-02 or before.',
  );
});

test('tomorrow is allowed by default', () => {
  expect(futureCheck(wall('2026-03-03T12:00:00'), { now, timeZone: 'UTC' })).toBeNull();
  expect(futureCheck(wall('2026-03-04T12:00:00'), { now, timeZone: 'UTC' })?.code).toBe('FutureCheckFailed');
});
