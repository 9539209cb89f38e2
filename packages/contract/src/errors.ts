/** The one table of refusals: every `errorCode` of the API with its HTTP status and its fixed description (api.md 3.1). */
export const errorTable = {
  UnexpectedError: { status: 500, description: 'Something went wrong on the server.' },
  UnknownError: { status: 503, description: 'Something the server depends on did not answer.' },
  ApiDisabled: { status: 503, description: 'The organization is in maintenance.' },
  LicenseReadOnly: { status: 403, description: 'The organization is read-only.' },
  ActivityTypeDisabled: { status: 404, description: 'Activity types are switched off.' },
  ApiVersionError: { status: 400, description: 'The API version or a parameter of the address is wrong.' },
  QuoteExceededError: { status: 429, description: 'Too many requests.' },
  UnauthorizedError: { status: 401, description: 'Credentials are missing or not valid.' },
  AccessDenied: { status: 403, description: 'Not enough rights.' },
  EntityNotFound: { status: 404, description: 'There is no such entity.' },
  WorkItemIdOrCommentRequired: { status: 422, description: 'A work item or a comment is required.' },
  LengthIsRequired: { status: 422, description: 'The length is required.' },
  LengthMustBePositive: { status: 422, description: 'The length must be positive.' },
  FutureCheckFailed: { status: 422, description: 'Time lies too far in the future.' },
  ApprovalStateFailed: { status: 422, description: 'The week is locked by its approval state.' },
  NoRightsToWorkLogModification: { status: 403, description: 'No right to change this worklog.' },
  FilterWorkItemIdsCountExceeded: { status: 422, description: 'Too many work item ids in the filter.' },
  DbValidationError: { status: 409, description: 'A value was refused.' },
} as const satisfies Record<string, { status: number; description: string }>;

export type ErrorCode = keyof typeof errorTable;
