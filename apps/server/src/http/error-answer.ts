import { randomUUID } from 'node:crypto';
import { type ErrorCode, errorTable } from '@stint/contract';
import { isConflict, isForeignKeyViolation, isUnavailable } from '@stint/postgres';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refusedValue } from '../refusal.ts';
import { nothingHere } from './nothing-here.ts';

/** Answers any failure in the one envelope of api.md 3.1; a fault of ours is logged under a reference id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error, request);
  if (refusal.code === 'UnauthorizedError') void reply.header('www-authenticate', challenge(request));
  if (refusal.retryAfter !== undefined) void reply.header('retry-after', String(refusal.retryAfter));
  const body = isReporting(request) ? reportingErrorBody(refusal) : errorBody(refusal);
  return reply.code(refusal.status).header('cache-control', 'no-store').send(body);
}

/** The same in the form of OData, for reporting clients (reporting.md, Answers). */
function reportingErrorBody({ code, message }: Refusal): object {
  return { error: { code, message } };
}

/** The wire form of a refusal. */
export function errorBody(refusal: Refusal): object {
  const { code, status, message, retryAfter } = refusal;
  const errorDescription = errorTable[code].description;
  const error = { statusCode: status, errorCode: code, errorDescription, message };
  if (retryAfter === undefined || code !== 'QuoteExceededError') return { error };
  return { error, statusCode: status, errorDescription, fields: { retryAfter: String(retryAfter) } };
}

function asRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  const status = (error as FastifyError).statusCode;
  // The pages' folder answers 403 to addresses that lead out of it.
  if (status === 403 || status === 404) return nothingHere(request);
  if (status !== undefined && status >= 400 && status < 500) {
    return new Refusal(codeOf(status), (error as Error).message, { status });
  }
  if (isUnavailable(error)) {
    request.log.warn({ err: error }, 'the database does not answer');
    return new Refusal(
      'UnknownError',
      'The database does not answer; nothing was changed. Please try again.',
      {
        retryAfter: 2,
      },
    );
  }
  if (isForeignKeyViolation(error, 'work_log_activity_type')) {
    const message = 'was deleted at this moment; GET /activityTypes lists those that there are.';
    return refusedValue('activityTypeId', message);
  }
  if (isConflict(error)) {
    request.log.warn({ err: error }, 'lost against a change at the same moment');
    const message = 'Others changed the same at the same moment; nothing was changed here. Please try again.';
    return new Refusal('UnknownError', message, { retryAfter: 1 });
  }
  const reference = randomUUID();
  request.log.error({ err: error, reference }, 'unexpected error');
  return new Refusal(
    'UnexpectedError',
    `Something went wrong on the server; its log says more under ${reference}.`,
  );
}

/** The framework's own refusals: bodies too large, media types, malformed addresses. */
function codeOf(status: number): ErrorCode {
  if (status === 401) return 'UnauthorizedError';
  return status === 400 ? 'ApiVersionError' : 'DbValidationError';
}

/** Excel and Power BI ask for a user and password only when they are challenged so (reporting.md, Answers). */
function challenge(request: FastifyRequest): string {
  return isReporting(request) ? 'Basic realm="Stint", charset="UTF-8"' : 'Bearer realm="Stint"';
}

function isReporting({ url }: FastifyRequest): boolean {
  return /^\/api\/odata(\/|\?|$)/i.test(url);
}
