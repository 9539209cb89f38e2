import { type ErrorCode, errorTable } from '@stint/contract';

/**
 * A request that is answered with a line of the error table. The message is for the caller: it says what is wrong,
 * where, and what would be right; it never holds secrets or internals.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** Whole seconds until a retry may succeed; for QuoteExceededError. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, options: { status?: number; retryAfter?: number } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = options.status ?? errorTable[code].status;
    this.retryAfter = options.retryAfter;
  }
}

/** The refusal for an id that does not exist, or that the caller may not know of. */
export function notFound(entity: string, id: string | number): Refusal {
  return new Refusal('EntityNotFound', `There is no ${entity} with the id ${id}.`);
}

/** The refusal of a value, naming its field and what would be right. */
export function refusedValue(field: string, message: string): Refusal {
  return new Refusal('DbValidationError', `${field}: ${message}`);
}
