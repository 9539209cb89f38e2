/** The codes of api.md 3.1 with which these rules refuse a worklog. */
export type WorklogProblemCode =
  | 'WorkItemIdOrCommentRequired'
  | 'LengthIsRequired'
  | 'LengthMustBePositive'
  | 'FutureCheckFailed'
  | 'DbValidationError';

/** Why a worklog is refused: `message` names the field, says what is wrong with it and what would be right. */
export interface WorklogProblem {
  readonly code: WorklogProblemCode;
  /** The field's name in the REST body (api.md 3.4). */
  readonly field: string;
  readonly message: string;
}
