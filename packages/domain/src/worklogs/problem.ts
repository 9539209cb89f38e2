import type { Problem } from '../problem.ts';

/** The codes of api.md 3.1 with which these rules refuse a worklog. */
export type WorklogProblemCode =
  | 'WorkItemIdOrCommentRequired'
  | 'LengthIsRequired'
  | 'LengthMustBePositive'
  | 'FutureCheckFailed'
  | 'ApprovalStateFailed'
  | 'DbValidationError';

/** Why a worklog is refused. */
export type WorklogProblem = Problem<WorklogProblemCode>;
