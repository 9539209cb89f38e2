import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { decideWeek, WEEK_ACTS, type WeekAct, type WeekActType, type WeekDecision } from './decide.ts';
import { APPROVAL_STATE, type ApprovalState, LOCKED_STATES, NEW_WEEK, type WeekRecord } from './state.ts';
import type { WeekContext } from './submission.ts';

const { inProgress, submitted, reopened, approved, closed } = APPROVAL_STATE;
const STATES = Object.values(APPROVAL_STATE);
const context: WeekContext = {
  weekStart: '2026-03-02' as WallDate,
  today: '2026-03-09' as WallDate,
  rules: {
    isEnabled: true,
    startDate: null,
    isSubmittingInAdvanceAllowed: false,
    lockAfterWeeks: null,
    firstDay: 1,
  },
  hasRunningTrack: false,
};

function act(type: WeekActType): WeekAct {
  return type === 'reject' ? { type, comment: 'Friday is missing' } : { type };
}

function messageOf(decision: WeekDecision): string | null {
  return 'problem' in decision ? decision.problem.message : null;
}

describe('state × act', () => {
  const onlyFrom = (state: string, from: string, done: string) =>
    `The week of 2026-03-02 is ${state}; only a week that is ${from} can be ${done}.`;
  const already = (state: string) => `The week of 2026-03-02 is ${state} already.`;
  const locks = (state: string) =>
    `The week of 2026-03-02 is ${state}, which locks it; reopen it to let its time change.`;
  /** Each cell is the new state, or the refusal's message; columns as in STATES. */
  const table: Record<WeekActType, (ApprovalState | string)[]> = {
    submit: [
      submitted,
      already('Submitted'),
      submitted,
      onlyFrom('Approved', 'in progress or Reopened', 'submitted'),
      onlyFrom('Closed', 'in progress or Reopened', 'submitted'),
    ],
    revoke: [
      already('in progress'),
      inProgress,
      onlyFrom('Reopened', 'Submitted', 'revoked'),
      onlyFrom('Approved', 'Submitted', 'revoked'),
      onlyFrom('Closed', 'Submitted', 'revoked'),
    ],
    approve: [
      onlyFrom('in progress', 'Submitted', 'approved'),
      approved,
      onlyFrom('Reopened', 'Submitted', 'approved'),
      already('Approved'),
      onlyFrom('Closed', 'Submitted', 'approved'),
    ],
    reopen: [
      onlyFrom('in progress', 'Submitted or Approved or Closed', 'reopened'),
      reopened,
      already('Reopened'),
      reopened,
      reopened,
    ],
    reject: [
      onlyFrom('in progress', 'Submitted', 'rejected'),
      reopened,
      already('Reopened'),
      onlyFrom('Approved', 'Submitted', 'rejected'),
      onlyFrom('Closed', 'Submitted', 'rejected'),
    ],
    close: [
      closed,
      onlyFrom('Submitted', 'in progress or Reopened or Approved', 'closed'),
      closed,
      closed,
      already('Closed'),
    ],
    lock: [inProgress, locks('Submitted'), reopened, locks('Approved'), locks('Closed')],
    unlock: [inProgress, locks('Submitted'), reopened, locks('Approved'), locks('Closed')],
  };
  const cells = WEEK_ACTS.flatMap((type) =>
    STATES.map((state, column) => [type, state, table[type][column] ?? ''] as const),
  );

  test.each(cells)('%s in state %i: %s', (type, state, expected) => {
    const decision = decideWeek({ state, isLocked: null }, act(type), context);
    if (typeof expected === 'number') return expect(decision).toMatchObject({ state: expected });
    return expect(decision).toEqual({
      problem: { code: 'ApprovalStateFailed', field: 'weekStart', setting: null, message: expected },
    });
  });
});

describe('the lock', () => {
  test('is set and lifted by hand, and neither twice', () => {
    expect(decideWeek(NEW_WEEK, act('lock'), context)).toEqual({ state: inProgress, isLocked: true });
    expect(decideWeek(NEW_WEEK, act('unlock'), context)).toEqual({ state: inProgress, isLocked: false });
    const locked: WeekRecord = { state: reopened, isLocked: true };
    const unlocked: WeekRecord = { state: reopened, isLocked: false };
    expect(decideWeek(locked, act('unlock'), context)).toEqual(unlocked);
    expect(decideWeek(unlocked, act('lock'), context)).toEqual(locked);
    expect(messageOf(decideWeek(locked, act('lock'), context))).toBe(
      'The week of 2026-03-02 is locked already.',
    );
    expect(messageOf(decideWeek(unlocked, act('unlock'), context))).toBe(
      'The week of 2026-03-02 is unlocked already.',
    );
  });

  test.each([
    ['submit', inProgress, [null, true, false]],
    ['revoke', submitted, [null, true, false]],
    ['approve', submitted, [null, true, false]],
    ['close', approved, [null, true, false]],
    ['reopen', closed, [false, false, false]],
    ['reject', submitted, [false, false, false]],
  ] as const)('after %s it is %s', (type, state, expected) => {
    const after = [null, true, false].map((isLocked) => decideWeek({ state, isLocked }, act(type), context));
    expect(after.map((week) => 'isLocked' in week && week.isLocked)).toEqual(expected);
  });
});

describe('values', () => {
  test.each(['', '  \n'])('rejecting needs a comment, and %j is none', (comment) => {
    const decision = decideWeek({ state: submitted, isLocked: null }, { type: 'reject', comment }, context);
    expect(decision).toEqual({
      problem: {
        code: 'DbValidationError',
        field: 'comment',
        setting: null,
        message: 'comment is missing: say to the person why the week is rejected.',
      },
    });
  });

  test.each(WEEK_ACTS)('without approvals nobody may %s', (type) => {
    const off = { ...context, rules: { ...context.rules, isEnabled: false } };
    expect(decideWeek({ state: submitted, isLocked: null }, act(type), off)).toEqual({
      problem: {
        code: 'DbValidationError',
        field: 'weekStart',
        setting: 'approvalsEnabled',
        message:
          'Your organization does not approve weeks (setting approvalsEnabled); an administrator can switch it on.',
      },
    });
  });

  const tuesday = { ...context, weekStart: '2026-03-03' as WallDate };
  const wrongDay = {
    problem: {
      code: 'DbValidationError',
      field: 'weekStart',
      setting: 'firstDayOfWeek',
      message:
        'weekStart is 2026-03-03, which begins no week of your organization (setting firstDayOfWeek); give 2026-03-02.',
    },
  };

  test.each(['submit', 'lock', 'unlock'] as const)('a record does not begin with %s on a Tuesday', (type) => {
    expect(decideWeek(NEW_WEEK, act(type), tuesday)).toEqual(wrongDay);
  });

  test('a record from before the first day of the week was changed can be decided about, not submitted', () => {
    const old: WeekRecord = { state: reopened, isLocked: null };
    expect(decideWeek(old, act('lock'), tuesday)).toEqual({ state: reopened, isLocked: true });
    const locked: WeekRecord = { state: inProgress, isLocked: true };
    expect(decideWeek(locked, act('unlock'), tuesday)).toEqual({ state: inProgress, isLocked: false });
    expect(decideWeek({ state: submitted, isLocked: null }, act('approve'), tuesday)).toMatchObject({
      state: approved,
    });
    expect(decideWeek(old, act('submit'), tuesday)).toEqual(wrongDay);
  });
});

test('whatever is done in whatever order, only reopening and revoking open a locked state', () => {
  const acts = fc.array(fc.constantFrom(...WEEK_ACTS), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (types) => {
      let week: WeekRecord = NEW_WEEK;
      for (const type of types) {
        const next = decideWeek(week, act(type), context);
        if ('problem' in next) continue;
        const [wasLocked, isLocked] = [week, next].map(({ state }) => LOCKED_STATES.includes(state));
        if (wasLocked && !isLocked) expect(['revoke', 'reopen', 'reject']).toContain(type);
        if (!wasLocked && isLocked) expect(['submit', 'close']).toContain(type);
        if (next.state === approved) expect([week.state, type]).toEqual([submitted, 'approve']);
        expect(next).not.toEqual(week);
        week = next;
      }
    }),
  );
});
