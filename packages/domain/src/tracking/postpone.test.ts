import { expect, test } from 'vitest';
import { instant } from '../brands.ts';
import { IDLE_POSTPONEMENT } from './events.ts';
import { postponedUntil } from './postpone.ts';

const { oneHour, tomorrow, nextMonday } = IDLE_POSTPONEMENT;

test.each([
  [
    'one hour is an hour of real time, also when clocks change',
    oneHour,
    '2026-03-29T00:30:00Z',
    'Europe/Berlin',
    '2026-03-29T01:30:00Z',
  ],
  [
    'tomorrow is the next midnight of the person',
    tomorrow,
    '2026-03-02T23:30:00Z',
    'Europe/Berlin',
    '2026-03-03T23:00:00Z',
  ],
  ['tomorrow west of UTC', tomorrow, '2026-03-03T02:00:00Z', 'America/New_York', '2026-03-03T05:00:00Z'],
  [
    'tomorrow after a day of 23 hours',
    tomorrow,
    '2026-03-29T12:00:00Z',
    'Europe/Berlin',
    '2026-03-29T22:00:00Z',
  ],
  [
    'next Monday on a Monday is in seven days',
    nextMonday,
    '2026-03-02T12:00:00Z',
    'UTC',
    '2026-03-09T00:00:00Z',
  ],
  ['next Monday on a Sunday is tomorrow', nextMonday, '2026-03-08T12:00:00Z', 'UTC', '2026-03-09T00:00:00Z'],
  [
    'Monday in the zone, not in UTC',
    nextMonday,
    '2026-03-08T20:00:00Z',
    'Asia/Kathmandu',
    '2026-03-15T18:15:00Z',
  ],
] as const)('%s', (_, until, now, zone, expected) => {
  expect(postponedUntil(until, instant(Date.parse(now)), zone)).toBe(Date.parse(expected));
});
