import { randomUUID } from 'node:crypto';
import { isConflict, isForeignKeyViolation, isUnavailable } from '@stint/postgres';
import type { Logger } from 'pino';
import { Refusal, refusedValue } from './refusal.ts';

/** What the caller is told of anything that was thrown; a fault of ours is logged under a reference id. */
export function refusalOf(error: unknown, log: Pick<Logger, 'warn' | 'error'>): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error)) {
    log.warn({ err: error }, 'the database does not answer');
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
    log.warn({ err: error }, 'lost against a change at the same moment');
    const message = 'Others changed the same at the same moment; nothing was changed here. Please try again.';
    return new Refusal('UnknownError', message, { retryAfter: 1 });
  }
  const reference = randomUUID();
  log.error({ err: error, reference }, 'unexpected error');
  return new Refusal(
    'UnexpectedError',
    `Something went wrong on the server; its log says more under ${reference}.`,
  );
}
