import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import type { Weekday } from '../weeks/weeks.ts';
import { decideWeek } from './decide.ts';
import { APPROVAL_STATE, NEW_WEEK } from './state.ts';
import { submissionProblem, weekStartProblem } from './submission.ts';

const date = (text: string) => text as WallDate;
const rules = {
  isEnabled: true,
  startDate: null,
  isSubmittingInAdvanceAllowed: false,
  lockAfterWeeks: null,
  firstDay: 1 as Weekday,
};
const context = {
  weekStart: date('2026-03-02'),
  today: date('2026-03-09'),
  rules,
  hasRunningTrack: false,
};

test.each([
  ['2026-03-02', 1, null],
  ['2026-03-01', 0, null],
  ['2026-02-28', 6, null],
  ['2026-03-02', 0, '2026-03-01'],
  ['2026-03-08', 1, '2026-03-02'],
] as const)('a week from %s, weeks beginning on weekday %i: right would be %s', (start, firstDay, right) => {
  const problem = weekStartProblem({ ...context, weekStart: date(start), rules: { ...rules, firstDay } });
  if (right === null) return expect(problem).toBeNull();
  return expect(problem).toEqual({
    code: 'DbValidationError',
    field: 'weekStart',
    setting: 'firstDayOfWeek',
    message: `weekStart is ${start}, which begins no week of your organization (setting firstDayOfWeek); give ${right}.`,
  });
});

test.each([
  ['2026-03-01', false, true],
  ['2026-03-02', false, false],
  ['2026-03-08', false, false],
  ['2026-03-09', false, false],
  ['2026-03-01', true, false],
])('on %s, in advance allowed %s: the week of 2 March is refused %s', (today, isAllowed, isRefused) => {
  const problem = submissionProblem({
    ...context,
    today: date(today),
    rules: { ...rules, isSubmittingInAdvanceAllowed: isAllowed },
  });
  if (!isRefused) return expect(problem).toBeNull();
  return expect(problem).toEqual({
    code: 'DbValidationError',
    field: 'weekStart',
    setting: 'approvalInAdvance',
    message:
      'weekStart is 2026-03-02, and weeks are not submitted in advance (setting approvalInAdvance); ' +
      'submit this one on 2026-03-02 or later.',
  });
});

test.each([
  ['2026-03-08', false],
  ['2026-03-09', true],
  [null, false],
])('with approvals from %s on, the week of 2 March is refused %s', (startDate, isRefused) => {
  const own = { ...rules, startDate: startDate === null ? null : date(startDate) };
  const problem = submissionProblem({ ...context, rules: own });
  if (!isRefused) return expect(problem).toBeNull();
  return expect(problem).toEqual({
    code: 'DbValidationError',
    field: 'weekStart',
    setting: 'approvalStartDate',
    message:
      'weekStart is 2026-03-02, and weeks are approved from 2026-03-09 on (setting approvalStartDate); ' +
      'give 2026-03-09 or later.',
  });
});

test('the first week that would pass is the one in which approvals begin', () => {
  const own = { ...rules, startDate: date('2026-03-12') };
  expect(submissionProblem({ ...context, rules: own })?.message).toContain('give 2026-03-09 or later');
});

test('a running track is stopped before its week is submitted', () => {
  const running = { ...context, hasRunningTrack: true };
  const problem = {
    code: 'ApprovalStateFailed',
    field: 'weekStart',
    setting: null,
    message: 'The week of 2026-03-02 has a running track; stop it, then submit the week.',
  };
  expect(submissionProblem(running)).toEqual(problem);
  expect(decideWeek(NEW_WEEK, { type: 'submit' }, running)).toEqual({ problem });
  expect(
    decideWeek({ state: APPROVAL_STATE.submitted, isLocked: null }, { type: 'approve' }, running),
  ).toMatchObject({
    state: APPROVAL_STATE.approved,
  });
});
