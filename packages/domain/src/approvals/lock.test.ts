import { describe, expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { type WeekLock, weekLock, weekLockedProblem } from './lock.ts';
import { APPROVAL_STATE, approvalStateName, LOCKED_STATES } from './state.ts';

const { inProgress, submitted, reopened, approved, closed } = APPROVAL_STATE;
const end = '2026-03-08' as WallDate;
const [young, old] = ['2026-03-08', '2026-03-09'] as WallDate[];

test('the states are those of the wire, and have names', () => {
  expect(Object.values(APPROVAL_STATE)).toEqual([0, 1, 2, 3, 99]);
  expect(LOCKED_STATES).toEqual([1, 3, 99]);
  expect(Object.values(APPROVAL_STATE).map(approvalStateName)).toEqual([
    'in progress',
    'Submitted',
    'Reopened',
    'Approved',
    'Closed',
  ]);
});

test.each([
  // state, locked by hand → young week, old week, no rule about age
  [inProgress, null, null, 'lockedByAge', null],
  [inProgress, false, null, null, null],
  [inProgress, true, 'locked', 'locked', 'locked'],
  [reopened, null, null, 'lockedByAge', null],
  [reopened, false, null, null, null],
  [reopened, true, 'locked', 'locked', 'locked'],
  [submitted, null, 'submitted', 'submitted', 'submitted'],
  [submitted, false, 'submitted', 'submitted', 'submitted'],
  [submitted, true, 'submitted', 'submitted', 'submitted'],
  [approved, null, 'approved', 'approved', 'approved'],
  [approved, false, 'approved', 'approved', 'approved'],
  [approved, true, 'approved', 'approved', 'approved'],
  [closed, null, 'closed', 'closed', 'closed'],
  [closed, false, 'closed', 'closed', 'closed'],
  [closed, true, 'closed', 'closed', 'closed'],
])('state %i, by hand %s: %s, when old %s, without age %s', (state, isLocked, ifYoung, ifOld, without) => {
  const locks = [young, old, null].map((openFrom) => weekLock({ state, isLocked }, end, openFrom ?? null));
  expect(locks).toEqual([ifYoung, ifOld, without]);
});

describe('time in a locked week is refused, and the refusal says what helps', () => {
  test.each<[WeekLock, string | null, string]>([
    [
      'submitted',
      null,
      'is Submitted, and submitted time does not change; revoke its submission or have it reopened',
    ],
    [
      'approved',
      null,
      'is Approved, and approved time does not change; ask an approval manager to reopen it',
    ],
    ['closed', null, 'is Closed, and closed time does not change; ask an approval manager to reopen it'],
    ['locked', null, 'was locked by an approval manager; ask one to unlock it'],
    [
      'lockedByAge',
      'lockAfterWeeks',
      'is older than your organization lets time change (setting lockAfterWeeks); ask an approval manager to unlock it',
    ],
  ])('%s', (lock, setting, words) => {
    expect(weekLockedProblem({ weekStart: '2026-03-02' as WallDate, lock })).toEqual({
      code: 'ApprovalStateFailed',
      field: 'timeStamp',
      setting,
      message: `timeStamp: the week of 2026-03-02 ${words}.`,
    });
  });
});
