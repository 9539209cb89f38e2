import type { WorkLog } from '@stint/contract';
import { DEFAULT_WEEK_RULES, readWallDate, type WallDate } from '@stint/domain';
import { createFormats } from '@stint/ui';
import { expect, test } from 'vitest';
import { groupByDay, relativeDay } from './worklog-days.ts';

function date(text: string): WallDate {
  const read = readWallDate(text);
  if (!read) throw new Error(`${text} is no date`);
  return read;
}

const berlin = createFormats({
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  durationFormat: 'HH:MM',
  weekRules: DEFAULT_WEEK_RULES,
  rounding: null,
});
const person = {
  uniqueName: 'cleo@demo.local',
  displayName: null,
  vstsId: null,
  vstsCollectionId: null,
  email: null,
  name: 'Cleo Winter',
  id: 'dc54d553-a762-47c3-a68f-80d64bdd2a66',
};

function worklog(id: string, timestamp: string, length: number): WorkLog {
  return {
    id,
    timestamp,
    length,
    billableLength: null,
    workItemId: null,
    comment: '',
    user: person,
    addedByUser: person,
    editedByUser: person,
    createdTimestamp: timestamp,
    editedTimestamp: timestamp,
    activityType: { id: '00000000-0000-0000-0000-000000000000', name: '[Not Set]', color: 'ffffff' },
    flags: {
      isTracked: true,
      isManuallyEntered: false,
      isChanged: false,
      isTrackedExtended: false,
      isImported: false,
      isFromApi: false,
      isBillable: false,
    },
    isCanEdit: null,
    isCanDelete: null,
  };
}

test('worklogs stand under their day, newest first, with the day’s total', () => {
  const days = groupByDay(
    [
      worklog('b', '2026-11-20T09:10:00', 8100),
      worklog('a', '2026-11-20T07:40:00', 5400),
      worklog('c', '2026-11-19T13:00:00', 3600),
    ],
    berlin,
  );
  expect(days.map((day) => [day.date, day.totalSeconds, day.entries.map((entry) => entry.when)])).toEqual([
    ['2026-11-20', 13_500, ['09:10 – 11:25', '07:40 – 09:10']],
    ['2026-11-19', 3600, ['13:00 – 14:00']],
  ]);
});

test('an entry across midnight stands in both days and its seconds add up', () => {
  const days = groupByDay([worklog('a', '2026-11-19T23:00:00', 7230)], berlin);
  expect(days.map((day) => [day.date, day.totalSeconds, day.entries[0]?.when])).toEqual([
    ['2026-11-20', 3630, '00:00 – 01:00'],
    ['2026-11-19', 3600, '23:00 – 24:00'],
  ]);
});

test('the end is what the wall clock shows, also when it was put back in between', () => {
  const [day] = groupByDay([worklog('a', '2026-10-25T01:00:00', 3 * 3600)], berlin);
  expect(day?.entries[0]).toMatchObject({ when: '01:00 – 03:00', lengthSeconds: 10_800 });
});

test('days near today have the names that people use', () => {
  const today = date('2026-01-01');
  const names = ['2026-01-02', '2026-01-01', '2025-12-31', '2025-12-30'].map((text) =>
    relativeDay(date(text), today),
  );
  expect(names).toEqual(['tomorrow', 'today', 'yesterday', null]);
});
