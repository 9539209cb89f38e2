import { DatabaseError } from 'pg';

/** The database could not be reached or cannot work now; trying later may help. */
const unavailableStates = [
  /^08/, // connection exceptions
  /^57P0[1-5]$/, // shutting down, crashed, starting up, dropped, idle session ended
  /^53/, // out of disk, memory, connections
  /^58030$/, // input/output error
  /^25006$/, // a stand-by that takes no writes
];

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
]);

/** Failures that pg and its pool tell by their text only. */
const connectionTexts =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|The server does not support SSL)/;

/** The SQLSTATE of an error that PostgreSQL sent; undefined for every other error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** Tells failures of the database's availability (unreachable, restarting, full) from faults of a statement. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return unavailableStates.some((pattern) => pattern.test(state));
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && unreachable.has(error.code))
    return 'syscall' in error;
  return connectionTexts.test(error.message);
}

/** Tells that a row breaks a unique constraint, the named one when given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof DatabaseError) || error.code !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}

/** Tells that a row refers to one that is not there, by the named constraint. */
export function isForeignKeyViolation(error: unknown, constraint: string): boolean {
  return error instanceof DatabaseError && error.code === '23503' && error.constraint === constraint;
}

/** Tells that a transaction lost against another one and would do well to run again. */
export function isConflict(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}
