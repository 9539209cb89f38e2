import { answerSchema, type Call, errorTable, type ErrorCode, faultFinder } from '@stint/contract';

type Find = (value: unknown) => object | null;

const finders = new Map<string, Find>();

/** What is wrong with a call's answer: its first fault against the schema, or two names that differ by case alone. */
export function answerFault(call: Call, body: unknown): object | null {
  if (call.file !== null) return 'text' in (body as object) ? null : { field: '', message: 'is no file' };
  const find = finders.get(call.id) ?? faultFinder(answerSchema(call));
  finders.set(call.id, find);
  return find(body) ?? ambiguousNames(body);
}

/** PowerShell cannot read an object with such names (api.md 3.4). */
function ambiguousNames(value: unknown): object | null {
  if (value === null || typeof value !== 'object') return null;
  const names = Object.keys(value);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    return { field: names.join(), message: 'names differ by case alone' };
  return (
    Object.values(value)
      .map(ambiguousNames)
      .find((fault) => fault !== null) ?? null
  );
}

interface ErrorBody {
  error: { statusCode: number; errorCode: ErrorCode; errorDescription: string; message: string };
}

/**
 * What is wrong with a refusal (api.md 3.1): it has exactly the documented fields, its status and description are those
 * of the table (three rules give a code another status), and it says something. Null when nothing is.
 */
export function refusalFault(status: number, body: unknown, retryAfter: unknown): string | null {
  const { error } = (body ?? {}) as ErrorBody;
  if (namesOf(error) !== 'errorCode,errorDescription,message,statusCode')
    return `fields of error: ${namesOf(error)}`;
  const line = errorTable[error.errorCode];
  if (line === undefined) return `unknown code ${error.errorCode}`;
  if (error.statusCode !== status) return `statusCode ${error.statusCode} in an answer of ${status}`;
  if (status !== line.status && !otherStatuses[error.errorCode]?.includes(status))
    return `${error.errorCode} with ${status}`;
  if (error.errorDescription !== line.description) return `description: ${error.errorDescription}`;
  if (typeof error.message !== 'string' || error.message.length < 10) return `message: ${error.message}`;
  return status === 429 ? quotaFault(body as object, retryAfter) : topLevelFault(body as object, 'error');
}

/** What is wrong with a refusal of the reporting service: it is the error of OData (OData JSON Format 4.01, 21). Null when nothing is. */
export function reportingRefusalFault(body: unknown): string | null {
  const { error } = (body ?? {}) as { error?: Record<string, unknown> };
  const unknown = Object.keys(error ?? {}).filter(
    (name) => !['code', 'message', 'target', 'details'].includes(name),
  );
  if (unknown.length > 0) return `fields of error: ${unknown.join()}`;
  const isTold = typeof error?.['code'] === 'string' && typeof error['message'] === 'string';
  return isTold ? topLevelFault(body as object, 'error') : `error: ${JSON.stringify(error)}`;
}

/** 400 malformed JSON, 412 If-Match, 413 and 415 too large or unreadable bodies, 414 and 431 too long addresses and headers. */
const otherStatuses: Partial<Record<ErrorCode, number[]>> = {
  DbValidationError: [400, 412, 413, 414, 415, 431],
  UnknownError: [502],
};

/** For 429 alone the top level has more: the wait as a text of seconds, the same as the header. */
function quotaFault(body: object, retryAfter: unknown): string | null {
  const { statusCode, errorDescription, fields } = body as Record<string, unknown>;
  const told = (fields as { retryAfter?: unknown } | undefined)?.retryAfter;
  if (statusCode !== 429 || errorDescription !== errorTable.QuoteExceededError.description)
    return 'the top level of 429';
  if (typeof told !== 'string' || !/^[1-9]\d*$/.test(told) || told !== retryAfter)
    return `retryAfter ${String(told)}, header ${String(retryAfter)}`;
  return topLevelFault(body, 'error,errorDescription,fields,statusCode');
}

function topLevelFault(body: object, expected: string): string | null {
  return namesOf(body) === expected ? null : `fields of the top level: ${namesOf(body)}`;
}

/** What is wrong with a refusal of /token (RFC 6749, 5.2). */
export function tokenRefusalFault(status: number, body: unknown): string | null {
  const { error, error_description: description } = (body ?? {}) as Record<string, unknown>;
  const known = ['invalid_request', 'invalid_client', 'invalid_grant', 'unsupported_grant_type'];
  if (status !== 400 || !known.includes(String(error))) return `${status} ${String(error)}`;
  if (typeof description !== 'string' || !/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/.test(description))
    return `error_description: ${String(description)}`;
  return namesOf(body) === 'error,error_description' ? null : namesOf(body);
}

function namesOf(value: unknown): string {
  return value === null || typeof value !== 'object' ? typeof value : Object.keys(value).sort().join();
}
