import { calls } from '@stint/contract';
import { ApiError } from './api-error.ts';
import { createClient } from './client.ts';
import { requestTokens, type TokenEndpoint, type Tokens } from './tokens.ts';

export interface PairingOptions extends TokenEndpoint {
  readonly version: string;
  /** Time between two questions whether the PIN was typed, in milliseconds; default 1000. */
  readonly pollMilliseconds?: number;
  readonly signal?: AbortSignal;
}

export interface Pairing {
  /** Six digits to show to the person, who types them on the Apps page within a minute. */
  readonly pin: string;
  /** Waits for the person and gives the tokens. Throws ApiError `WrongOrExpired` when the PIN's minute is over. */
  readonly tokens: () => Promise<Tokens>;
}

/** Begins to pair an app with a person by PIN (api.md 5). */
export async function pair(options: PairingOptions): Promise<Pairing> {
  const client = createClient(options);
  const request = options.signal ? { signal: options.signal } : {};
  const { pin, secret } = await client.call(calls.createPin, request);
  const tokens = async () => {
    for (;;) {
      const { status } = await client.call(calls.getPinStatus, { body: secret, ...request });
      if (status === 'Validated') break;
      if (status === 'WrongOrExpired') throw expired();
      await pause(options.pollMilliseconds ?? 1000, options.signal);
    }
    return requestTokens(options, { grant_type: 'authorization_code', code: secret }, options.signal);
  };
  return { pin, tokens };
}

function expired(): ApiError {
  return new ApiError({
    code: 'WrongOrExpired',
    status: 400,
    message: 'The PIN was not typed within a minute.',
    retryAfterSeconds: null,
  });
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });
}
