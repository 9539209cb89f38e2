/** What a refusal tells (api.md 3.1). */
export interface ApiErrorDetails {
  /** The `errorCode`, e.g. `EntityNotFound`; `Unreachable` when there was no answer at all. */
  readonly code: string;
  /** The HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  /** A sentence to show. */
  readonly message: string;
  /** Seconds to wait before the next try, when the server says so (429). */
  readonly retryAfterSeconds: number | null;
}

/** A refusal by the server, or no answer from it. */
export class ApiError extends Error implements ApiErrorDetails {
  readonly code: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(details: ApiErrorDetails, cause?: unknown) {
    super(details.message, { cause });
    this.name = 'ApiError';
    this.code = details.code;
    this.status = details.status;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Reads a refusal in the documented envelope, in OAuth's form (RFC 6749 5.2), or of a proxy in between that knows neither. */
export function errorOf(status: number, body: unknown, retryAfter: string | null): ApiError {
  const { error, error_description: oauthText } = (body ?? {}) as {
    error?: unknown;
    error_description?: unknown;
  };
  const seconds = retryAfter === null || !/^\d+$/.test(retryAfter) ? null : Number(retryAfter);
  const base = { status, retryAfterSeconds: seconds };
  if (typeof error === 'string') {
    return new ApiError({ ...base, code: error, message: typeof oauthText === 'string' ? oauthText : error });
  }
  const { errorCode, message } = (error ?? {}) as { errorCode?: unknown; message?: unknown };
  return new ApiError({
    ...base,
    code: typeof errorCode === 'string' ? errorCode : 'UnexpectedError',
    message: typeof message === 'string' ? message : `The server answered with status ${status}.`,
  });
}

/** The error for a request that never got an answer. */
export function unreachable(cause: unknown): ApiError {
  return new ApiError(
    { code: 'Unreachable', status: 0, message: 'The server cannot be reached.', retryAfterSeconds: null },
    cause,
  );
}
