import { type ErrorCode, errorTable } from '@stint/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../fault.ts';
import { Refusal } from '../refusal.ts';
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
  return refusalOf(error, request.log);
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
