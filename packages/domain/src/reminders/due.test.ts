import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { dueReminders } from './due.ts';

test.each([
  ['2026-11-16', 1, '2026-11-13', '2026-11-09'],
  ['2026-11-16', 0, '2026-11-13', '2026-11-08'],
  ['2026-11-16', 6, '2026-11-13', '2026-11-07'],
  ['2026-11-17', 1, '2026-11-16', null],
  ['2026-11-20', 1, '2026-11-19', null],
  ['2026-11-21', 1, null, null],
  ['2026-11-22', 0, null, null],
] as const)(
  'on %s, where weeks begin on %i, it is %s and the week of %s',
  (today, firstDay, workingDay, week) => {
    expect(dueReminders(today as WallDate, firstDay)).toEqual({ workingDay, week });
  },
);
