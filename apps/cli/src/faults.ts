import { ConnectionUrlError, isUnavailable } from '@stint/postgres';
import { ConfigurationError } from '@stint/server/environment';

/** A reason for which a command cannot do its work, in one line. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** 2 for what the caller wrote wrong, 1 for everything else. */
export function exitCode(error: unknown): 1 | 2 {
  return error instanceof ConfigurationError || error instanceof ConnectionUrlError ? 2 : 1;
}

/** One line that tells what went wrong, without a stack trace. */
export function faultLine(error: unknown): string {
  const text = firstMessage(error).split('\n')[0]?.trim() || 'Something unknown went wrong.';
  return isUnavailable(error) && !isAboutFile(error) ? `The database cannot be reached: ${text}` : text;
}

function isAboutFile(error: unknown): boolean {
  return error instanceof Error && 'path' in error;
}

function firstMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return firstMessage(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
