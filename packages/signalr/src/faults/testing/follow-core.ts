import { setTimeout as sleep } from 'node:timers/promises';
import {
  DefaultHttpClient,
  type HttpRequest,
  type HttpResponse,
  type HttpTransportType,
  type HubConnection,
  NullLogger,
} from '@microsoft/signalr';
import { officialClient } from '../../testing/official-client.ts';
import type { Heard } from './heard.ts';

export interface FollowOptions {
  readonly url: string;
  readonly token: string;
  /** Milliseconds that a second lasts. */
  readonly second: number;
  readonly hear: (heard: Heard) => void;
}

/** Milliseconds that a connect may take at least, on however busy a machine. */
const LEAST_PATIENCE = 5_000;

/** Requests with their time limits in seconds of another length. */
class ScaledHttpClient extends DefaultHttpClient {
  readonly #second: number;

  constructor(second: number) {
    super(NullLogger.instance);
    this.#second = second;
  }

  override send({ timeout, ...request }: HttpRequest): Promise<HttpResponse> {
    const scaled = timeout === undefined ? {} : { timeout: (timeout / 1000) * this.#second };
    return super.send({ ...request, ...scaled });
  }
}

/**
 * Follows the number with Microsoft's client: a second after an end it connects anew and asks then. Each time by another object, because
 * a stateful one whose reconnect hangs comes back later beside the connection that was begun meanwhile.
 */
export function followCore({
  url,
  token,
  second,
  hear,
  ...options
}: FollowOptions & {
  readonly transport: HttpTransportType;
  readonly stateful?: boolean;
}): () => Promise<void> {
  const httpClient = new ScaledHttpClient(second);
  let connection: HubConnection;
  const stopping = new AbortController();

  function build(): HubConnection {
    const built = officialClient(`${url}/count`, { token, httpClient, ...options });
    built.serverTimeoutInMilliseconds = 30 * second;
    built.keepAliveIntervalInMilliseconds = 5 * second;
    built.on('number', (number: number) => {
      if (built === connection) hear({ kind: 'pushed', number });
    });
    return built;
  }

  async function open(): Promise<void> {
    await connection.start();
    hear({ kind: 'asked', number: await connection.invoke<number>('current') });
  }

  async function keepUp(): Promise<void> {
    while (!stopping.signal.aborted) {
      connection = build();
      hear({ kind: 'opened' });
      const ended = new Promise<void>((resolve) => {
        connection.onclose(() => resolve());
      });
      try {
        await Promise.race([open(), tooLate(Math.max(20 * second, LEAST_PATIENCE))]);
        await ended;
      } catch {
        void connection.stop();
      }
      await sleep(second);
    }
  }
  const running = keepUp();
  return async () => {
    stopping.abort();
    await connection.stop();
    await running;
  };
}

async function tooLate(milliseconds: number): Promise<never> {
  await sleep(milliseconds, undefined, { ref: false });
  throw new Error('It did not connect in time.');
}
