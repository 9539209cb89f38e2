import { type Instant, instant } from '@stint/domain';
import { expect, test } from 'vitest';
import type { Change } from '../changes/change.ts';
import { about } from '../testing/world.ts';
import { daysOf, runningSince } from './days.ts';
import { withPending } from './worklogs.ts';

const ZONE = 'Europe/Berlin';
const utc = (text: string): Instant => instant(Date.parse(text));
const book = (id: string, from: string, length: number): Change => ({
  kind: 'book',
  id,
  startedAt: utc(from),
  length,
  subject: about(id),
  isTracked: true,
});

test('a night of daylight saving and midnight: both days add up to all seconds', () => {
  const worklogs = withPending([], [book('a', '2026-03-28T22:00:00Z', 5 * 3600)], ZONE);
  const days = daysOf(worklogs, ZONE);
  expect(days.map(({ date, total, entries: [entry] }) => [date, total, entry?.from, entry?.to])).toEqual([
    ['2026-03-29', 4 * 3600, '00:00', '05:00'],
    ['2026-03-28', 3600, '23:00', '24:00'],
  ]);
});

test('what runs since yesterday counts for today from midnight', () => {
  const run = { startedAt: utc('2026-11-19T22:30:00Z') };
  expect(runningSince(run, utc('2026-11-20T08:00:00Z'), ZONE)).toBe(utc('2026-11-19T23:00:00Z'));
  expect(runningSince(run, utc('2026-11-19T22:40:00Z'), ZONE)).toBe(run.startedAt);
});

test('everything that waits is counted in: stops, edits, trims, deletions', () => {
  const stop: Change = {
    kind: 'stop',
    id: 'p',
    runId: 'w',
    workLogId: 'w',
    startedAt: utc('2026-11-19T10:00:00Z'),
    at: utc('2026-11-19T11:00:00Z'),
    reason: 0,
    subject: about('run'),
  };
  const before = {
    timestamp: '',
    length: 0,
    workItemId: null,
    comment: '',
    activityTypeId: '',
    isBillable: false,
  };
  const shown = withPending(
    [],
    [
      book('a', '2026-11-19T08:00:00Z', 600),
      book('b', '2026-11-19T09:00:00Z', 600),
      stop,
      {
        kind: 'trim',
        id: 't',
        workLogId: 'w',
        startedAt: stop.startedAt,
        until: utc('2026-11-19T10:30:00Z'),
      },
      {
        kind: 'edit',
        id: 'e',
        workLogId: 'a',
        before,
        after: { timestamp: '2026-11-19T07:00:00', comment: 'new' },
        isForced: false,
      },
      { kind: 'remove', id: 'r', workLogId: 'b', before, isForced: false },
    ],
    ZONE,
  );
  expect(shown.map(({ id, fields, startedAt }) => [id, fields.comment, fields.length, startedAt])).toEqual([
    ['w', 'run', 1800, stop.startedAt],
    ['a', 'new', 600, utc('2026-11-19T06:00:00Z')],
  ]);
});
