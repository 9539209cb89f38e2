import { ApiError } from '@stint/client';
import { instant } from '@stint/domain';
import { expect, test } from 'vitest';
import { afterFailure, type Connection } from './connection.ts';

const failure = { now: instant(0), random: 0.5 };
const error = (status: number, code: string, retryAfterSeconds: number | null = null) =>
  new ApiError({ status, code, message: 'm', retryAfterSeconds });

test('pauses double up to a minute', () => {
  let connection: Connection = { kind: 'online' };
  const pauses = Array.from({ length: 9 }, () => {
    connection = afterFailure(connection, error(0, 'Unreachable'), failure);
    return connection.kind === 'waiting' ? connection.retryAt / 1000 : null;
  });
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('apps do not come back all at once', () => {
  const at = (random: number) =>
    afterFailure({ kind: 'online' }, error(0, 'Unreachable'), { ...failure, random });
  expect([at(0), at(1)]).toMatchObject([{ retryAt: 750 }, { retryAt: 1250 }]);
});

test('the server’s own wish to wait holds', () => {
  expect(afterFailure({ kind: 'online' }, error(429, 'QuoteExceededError', 37), failure)).toMatchObject({
    trouble: 'slowDown',
    retryAt: 37_000,
  });
});

test.each([
  [error(0, 'Unreachable'), 'unreachable'],
  [error(503, 'ApiDisabled'), 'maintenance'],
  [error(403, 'LicenseReadOnly'), 'readOnly'],
  [error(502, 'UnknownError'), 'fault'],
  [new Error('bug'), 'fault'],
])('%s is %s', (cause, trouble) => {
  expect(afterFailure({ kind: 'new' }, cause, failure)).toMatchObject({ kind: 'waiting', trouble });
});

test.each([error(401, 'UnauthorizedError'), error(400, 'invalid_grant')])(
  '%s means pairing again',
  (cause) => {
    const ended = afterFailure({ kind: 'online' }, cause, failure);
    expect(ended).toEqual({ kind: 'pairAgain' });
    expect(afterFailure(ended, error(0, 'Unreachable'), failure)).toEqual({ kind: 'pairAgain' });
  },
);
