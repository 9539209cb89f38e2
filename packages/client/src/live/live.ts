import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { liveMethods, type LiveMethods } from './methods.ts';
import { pauseBefore } from './pause.ts';
import type { LivePushes, LiveState } from './pushes.ts';
import { relayPushes } from './relay-pushes.ts';
import { onReturn } from './return.ts';

/** How to reach the hub, as whom, and what to do with what it tells. */
export interface LiveOptions {
  /** As in `ClientOptions`; empty in a page that the server itself serves. */
  readonly baseUrl: string;
  /** The version of the API that states are written in, e.g. `3.2`. */
  readonly version: string;
  /** The token of the next connect; none in a page, where the session's cookie goes along. */
  readonly accessToken?: () => string | Promise<string>;
  readonly on: Partial<LivePushes>;
  readonly onState?: (state: LiveState) => void;
  /** Milliseconds without a sign of the server until the connection counts as broken; 30,000 unless told. */
  readonly silence?: number;
}

/** A connection that is kept up. */
export interface Live extends LiveMethods {
  readonly state: () => LiveState;
  /** Looks at once whether the connection still stands, and asks for the clock anew; after sleep, say. */
  readonly check: () => void;
  stop(): Promise<void>;
}

const SILENCE = 30_000;
/** Milliseconds that an answer to `check` may take. */
const ANSWER_WITHIN = 5_000;
/** Milliseconds that a connect may take before it is begun anew. */
const CONNECT_WITHIN = 20_000;

/**
 * Connects to the live hub and stays connected: tries again with growing pauses, asks for the clock after every connect
 * and after sleep, and tells when it is offline. For browsers and Node.
 *
 * @example
 * const hub = live({ baseUrl, version: '3.2', accessToken: () => token, on: { trackingChanged: show } });
 * await hub.startTracking({ tfsId: 1001, remark: 'review' });
 */
export function live(options: LiveOptions): Live {
  const { on, onState, silence = SILENCE } = options;
  const connection = build(options, silence);
  const { heard } = relayPushes(connection, on);
  const stopping = new AbortController();
  let state: LiveState = 'connecting';
  let wake: (() => void) | undefined;

  function become(next: LiveState): void {
    if (state === next) return;
    state = next;
    onState?.(next);
  }

  async function keepUp(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        const ended = new Promise<void>((resolve) => ends.add(resolve));
        await within(CONNECT_WITHIN, connection.start());
        await synchronize();
        become('online');
        failures = 0;
        await ended;
        if (!stopping.signal.aborted) become('offline');
      } catch (error) {
        await connection.stop();
        if (!stopping.signal.aborted) become(isRefusal(error) ? 'refused' : 'offline');
      }
      if (!stopping.signal.aborted) await pause(pauseBefore(failures));
      failures += 1;
    }
  }

  const ends = new Set<() => void>();
  connection.onclose(() => {
    for (const end of ends) end();
    ends.clear();
  });

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function synchronize(): Promise<void> {
    heard(await within(ANSWER_WITHIN, methods.current()));
  }

  function check(): void {
    if (connection.state !== HubConnectionState.Connected) return wake?.();
    synchronize().catch(() => void connection.stop());
  }

  const methods = liveMethods((method, ...args) => connection.invoke(method, ...args));
  const forget = onReturn(check);
  const running = keepUp();
  return {
    ...methods,
    state: () => state,
    check,
    async stop() {
      stopping.abort();
      forget();
      wake?.();
      await connection.stop();
      await running;
      become('stopped');
    },
  };
}

function build({ baseUrl, version, accessToken }: LiveOptions, silence: number): HubConnection {
  const url = `${baseUrl.replace(/\/+$/, '')}/signalr/trackingHub/v${version}`;
  const connection = new HubConnectionBuilder()
    .withUrl(url, accessToken ? { accessTokenFactory: accessToken } : {})
    .configureLogging(LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = silence;
  connection.keepAliveIntervalInMilliseconds = silence / 2;
  return connection;
}

/** Whether the server knows who asks and says no; asking more often would not help. */
function isRefusal(error: unknown): boolean {
  return /\b(?:401|403)\b/.test(error instanceof Error ? error.message : '');
}

async function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The server did not answer in time.')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
