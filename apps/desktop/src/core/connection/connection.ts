import { ApiError } from '@stint/client';
import { type Instant, instant } from '@stint/domain';

/** Whether the server can be worked with, and if not, why and when it is tried again. */
export type Connection =
  | { readonly kind: 'new' }
  | { readonly kind: 'online' }
  | {
      readonly kind: 'waiting';
      readonly trouble: Trouble;
      /** The server's own words, where it had any. */
      readonly message: string | null;
      /** How many tries in a row have failed. */
      readonly failures: number;
      readonly retryAt: Instant;
    }
  /** The pairing was ended on the server: nothing helps but pairing again. */
  | { readonly kind: 'pairAgain' };

/** `unreachable`: no answer. `slowDown`: too many requests. `maintenance`, `readOnly`: the organization's state. `fault`: the server's own trouble. */
export type Trouble = 'unreachable' | 'slowDown' | 'maintenance' | 'readOnly' | 'fault';

export interface Failure {
  readonly now: Instant;
  /** 0 to 1, so that not all apps come back at the same moment. */
  readonly random: number;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** What a failed call makes of the connection: when to try again, a second after the first failure and ever later. */
export function afterFailure(connection: Connection, error: unknown, { now, random }: Failure): Connection {
  const { trouble, message, retryAfterSeconds } = troubleOf(error);
  if (trouble === 'pairAgain' || connection.kind === 'pairAgain') return { kind: 'pairAgain' };
  const failures = connection.kind === 'waiting' ? connection.failures + 1 : 1;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.75 + random / 2);
  const wait = Math.max(pause, (retryAfterSeconds ?? 0) * 1000);
  return { kind: 'waiting', trouble, message, failures, retryAt: instant(now + wait) };
}

function troubleOf(error: unknown): {
  trouble: Trouble | 'pairAgain';
  message: string | null;
  retryAfterSeconds: number | null;
} {
  if (!(error instanceof ApiError)) return { trouble: 'fault', message: null, retryAfterSeconds: null };
  const { status, code, message, retryAfterSeconds } = error;
  const of = (trouble: Trouble | 'pairAgain') => ({ trouble, message, retryAfterSeconds });
  if (status === 0) return of('unreachable');
  if (status === 401 || code === 'invalid_grant') return of('pairAgain');
  if (status === 429) return of('slowDown');
  if (code === 'ApiDisabled') return of('maintenance');
  if (code === 'LicenseReadOnly') return of('readOnly');
  return of('fault');
}
