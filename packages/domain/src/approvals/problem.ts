import type { Problem } from '../problem.ts';

/** Why an act on a week is refused: its state does not fit, or a value is wrong. */
export type WeekProblem = Problem<'ApprovalStateFailed' | 'DbValidationError'>;

/** The week is not where the act could take it from. */
export function stateProblem(message: string): WeekProblem {
  return { code: 'ApprovalStateFailed', field: 'weekStart', setting: null, message };
}

/** A value of the request is wrong, or a setting forbids it. */
export function valueProblem(field: string, setting: string | null, message: string): WeekProblem {
  return { code: 'DbValidationError', field, setting, message };
}
