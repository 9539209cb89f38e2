import {
  HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  type IHttpConnectionOptions,
  LogLevel,
} from '@microsoft/signalr';
import { onTestFinished } from 'vitest';
import type { TestPerson } from '../../../testing/test-server.ts';

/** What a connection was told, in the order it came. */
export interface Told {
  method: string;
  args: unknown[];
}

/** The official client, and what it was told. */
export interface HubClient {
  connection: HubConnection;
  told: Told[];
  /** The arguments of each push of that name. */
  of(method: string): unknown[][];
}

const PUSHES = [
  'trackingChanged',
  'workLogChanged',
  'weeksChanged',
  'activityCheckStarted',
  'activityCheckEnded',
  'settingsChanged',
  'disconnected',
];

export interface HubClientOptions extends IHttpConnectionOptions {
  /** The hub as it is spelled in the address; `trackingHub` unless told. */
  hub?: string;
  /** What stands before `/signalr`. */
  before?: string;
}

/** Microsoft's client, not connected yet. */
export function officialConnection(
  baseUrl: string,
  person: Pick<TestPerson, 'token'> | null,
  { hub = 'trackingHub', before = '', ...options }: HubClientOptions = {},
): HubConnection {
  return new HubConnectionBuilder()
    .withUrl(`${baseUrl}${before}/signalr/${hub}`, {
      transport: HttpTransportType.WebSockets,
      ...(person && { accessTokenFactory: () => person.token }),
      ...options,
    })
    .configureLogging(LogLevel.None)
    .build();
}

/** A client that is not connected yet; it is stopped when the test ends. */
export function hubClient(
  baseUrl: string,
  person: Pick<TestPerson, 'token'> | null,
  options: HubClientOptions = {},
): HubClient {
  const connection = officialConnection(baseUrl, person, options);
  const told: Told[] = [];
  for (const method of PUSHES) {
    connection.on(method, (...args: unknown[]) => void told.push({ method, args }));
  }
  onTestFinished(() => connection.stop());
  return {
    connection,
    told,
    of: (method) => told.flatMap((each) => (each.method === method ? [each.args] : [])),
  };
}
