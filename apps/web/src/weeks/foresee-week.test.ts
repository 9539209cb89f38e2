import type { TimeWeek } from '@stint/contract';
import { expect, test } from 'vitest';
import { foreseeWeeks } from './foresee-week.ts';

const week = (weekStartDate: string, approvalState: 0 | 1) =>
  ({ weekStartDate, approvalState, lock: null, mayBeSubmitted: approvalState === 0 }) as TimeWeek;
const [first, second] = [week('2026-11-16T00:00:00', 0), week('2026-11-23T00:00:00', 0)];

test('a submitted week is locked, a revoked one open, others stay', () => {
  const submitted = foreseeWeeks([second, first], { kind: 'submit', week: first });
  expect(submitted).toMatchObject([
    { approvalState: 0, mayBeSubmitted: true },
    { approvalState: 1, lock: 'submitted', mayBeSubmitted: false },
  ]);
  expect(foreseeWeeks(submitted, { kind: 'revoke', week: first })).toMatchObject([
    { approvalState: 0 },
    { approvalState: 0, lock: null, mayBeSubmitted: true },
  ]);
  expect(first.approvalState).toBe(0);
});
