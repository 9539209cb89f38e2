import { setTimeout as sleep } from 'node:timers/promises';

/** A request that is sent again, unchanged, until it is answered with 200. */
export interface PatientRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  idempotencyKey?: string;
}

/** A client that does not give up while the server or its database is away. */
export interface PatientClient {
  /** Resolves with the body of the first 200; rejects for every answer that is neither 200 nor a proper 503. */
  ask<Answer>(request: PatientRequest): Promise<Answer>;
  /** Requests answered with 200. */
  acknowledged(): number;
  /** Answers 503 and connections that broke, both followed by another try. */
  retries(): { unavailable: number; broken: number };
}

const PAUSE_MILLISECONDS = 15;

export function patientClient(address: string, token: string): PatientClient {
  let acknowledged = 0;
  const retries = { unavailable: 0, broken: 0 };

  async function send({ method, path, body, idempotencyKey }: PatientRequest) {
    const answer = await fetch(`${address}${path}?api-version=3.2`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  return {
    async ask<Answer>(request: PatientRequest) {
      for (;;) {
        const answer = await send(request).catch(() => null);
        if (answer?.status === 200) {
          acknowledged += 1;
          return answer.body as Answer;
        }
        if (answer === null) retries.broken += 1;
        else if (isUnavailable(answer)) retries.unavailable += 1;
        else throw new Error(`${request.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        await sleep(PAUSE_MILLISECONDS);
      }
    },
    acknowledged: () => acknowledged,
    retries: () => retries,
  };
}

/** 503 in the envelope of api.md 3.1. */
function isUnavailable({ status, body }: { status: number; body: unknown }): boolean {
  const error = (body as { error?: { statusCode?: number; errorCode?: string; message?: string } } | null)
    ?.error;
  return (
    status === 503 &&
    error?.statusCode === 503 &&
    error.errorCode === 'UnknownError' &&
    Boolean(error.message)
  );
}
