import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';

/** A message sent with NOTIFY. */
export interface DatabaseNotification {
  readonly channel: string;
  readonly payload: string;
}

/** What happens to a {@link listen} connection. */
export interface ListenEvents {
  /** Listening began, first or again; what was sent while disconnected is lost, so read the state anew here. */
  readonly onConnected?: () => void;
  /** The connection broke; it is made again by itself. */
  readonly onDisconnected?: (error: Error) => void;
}

/** A lasting LISTEN connection. */
export interface Listener {
  isConnected(): boolean;
  close(): Promise<void>;
}

const shortestPause = 50;
const longestPause = 5000;

async function connect(config: ConnectionConfig, channels: readonly string[]): Promise<Client> {
  const client = new Client(clientConfig(config, { applicationName: 'stint listen' }));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(channels.map((channel) => `listen ${client.escapeIdentifier(channel)}`).join('; '));
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

function lost(client: Client): Promise<Error> {
  return new Promise((resolve) => {
    client.once('error', resolve);
    client.once('end', () => resolve(new Error('The connection was closed.')));
  });
}

/**
 * Listens to channels on a connection of its own and connects again, with growing pauses, whenever it breaks.
 * Returns at once; `onConnected` tells when listening begins.
 */
export function listen(
  config: ConnectionConfig,
  channels: readonly string[],
  handler: (notification: DatabaseNotification) => void,
  events: ListenEvents = {},
): Listener {
  const closing = new AbortController();
  const { signal } = closing;
  let current: Client | undefined;

  async function session(): Promise<Error> {
    const client = await connect(config, channels);
    const ended = lost(client);
    if (signal.aborted) {
      await client.end();
      return ended;
    }
    client.on('notification', ({ channel, payload = '' }) => handler({ channel, payload }));
    current = client;
    events.onConnected?.();
    const reason = await ended;
    current = undefined;
    await client.end();
    return reason;
  }

  async function run(): Promise<void> {
    let pause = shortestPause;
    while (!signal.aborted) {
      try {
        const reason = await session();
        if (!signal.aborted) events.onDisconnected?.(reason);
        pause = shortestPause;
      } catch {
        pause = Math.min(pause * 2, longestPause);
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
  const running = run();
  return {
    isConnected: () => current !== undefined,
    async close() {
      closing.abort();
      await current?.end();
      await running;
    },
  };
}
