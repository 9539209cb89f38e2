import { APPROVAL_STATE, type WallDate, type WeekLock } from '@stint/domain';
import { expect, test } from 'vitest';
import type { ManagedWeek } from './managed-week.ts';
import { actsFor, actsForAll, foreseen } from './manager-acts.ts';

const { inProgress, submitted, reopened, approved, closed } = APPROVAL_STATE;
const week = (state: ManagedWeek['state'], lock: WeekLock | null = null): ManagedWeek => ({
  key: 'a/2026-11-16',
  id: null,
  person: { id: 'a', name: 'Ann' },
  start: '2026-11-16' as WallDate,
  end: '2026-11-22' as WallDate,
  state,
  lock,
  lengthSeconds: 3600,
  version: 1,
  comment: null,
  submitted: null,
});

test.each([
  [submitted, 'submitted', ['approve', 'reopen', 'reject']],
  [approved, 'approved', ['reopen', 'close']],
  [closed, 'closed', ['reopen']],
  [reopened, null, ['close', 'lock']],
  [inProgress, null, ['close', 'lock']],
  [inProgress, 'locked', ['close', 'unlock']],
  [inProgress, 'lockedByAge', ['close', 'unlock']],
] as const)('a week of state %i with lock %s allows %j', (state, lock, acts) => {
  expect(actsFor(week(state, lock))).toEqual(acts);
});

test('many weeks allow what each of them allows', () => {
  expect(actsForAll([week(submitted, 'submitted'), week(approved, 'approved')])).toEqual(['reopen']);
  expect(actsForAll([week(submitted, 'submitted'), week(inProgress)])).toEqual([]);
  expect(actsForAll([])).toEqual([]);
});

test('what an act will make of a week is foreseen; a forbidden one makes nothing', () => {
  expect(foreseen(week(submitted, 'submitted'), 'approve', '')).toMatchObject({
    state: approved,
    lock: 'approved',
    version: 2,
  });
  const back = foreseen(week(submitted, 'submitted'), 'reject', ' Friday is missing ');
  expect(back).toMatchObject({ state: reopened, lock: null, comment: 'Friday is missing' });
  expect(foreseen(week(inProgress), 'lock', '')).toMatchObject({ state: inProgress, lock: 'locked' });
  expect(foreseen(week(inProgress, 'locked'), 'unlock', '')).toMatchObject({ lock: null });
  expect(foreseen(week(closed, 'closed'), 'approve', '')).toEqual(week(closed, 'closed'));
});
