import { createClient } from '@redis/client';
import type { Database } from '@stint/postgres';
import type { Logger } from 'pino';
import type { Tables } from '../../../database/tables.ts';
import type { Carrier, CarrierEvents } from './carrier.ts';
import { relay } from './relay.ts';

const CHANNEL = 'stint:live';
/** Milliseconds between tries to connect again. */
const RETRY = 500;

/** Redis publish/subscribe: what transactions left in the table when they committed is taken from there and published. */
export function redisCarrier(url: string, database: Database<Tables>, log: Logger): Carrier {
  // Without a queue of its own: what can't be published now stays in the table.
  const publisher = connect(url, log, { disableOfflineQueue: true });
  let subscriber: RedisConnection | undefined;
  let heard: Promise<void> | undefined;
  const relaying = relay(database.system, log, async (events) => {
    await publisher.publish(CHANNEL, events.join('\n'));
  });
  relaying.start();

  function listen(events: CarrierEvents): Promise<void> {
    if (!heard) {
      subscriber = connect(url, log);
      heard = hear(subscriber, events);
    }
    return heard;
  }

  return {
    takes: 'table',
    listen,
    committed: relaying.wake,
    async close() {
      await relaying.stop();
      publisher.destroy();
      subscriber?.destroy();
    },
  };
}

async function hear(subscriber: RedisConnection, { onEvent, onGap }: CarrierEvents): Promise<void> {
  let isFirst = true;
  subscriber.on('ready', () => {
    if (!isFirst) onGap();
    isFirst = false;
  });
  await subscriber.subscribe(CHANNEL, (events) => {
    for (const event of events.split('\n')) onEvent(event);
  });
}

type RedisConnection = ReturnType<typeof connect>;

/** A connection that is made again by itself whenever it breaks; told once each time. */
function connect(url: string, log: Logger, options: { disableOfflineQueue?: boolean } = {}) {
  const client = createClient({ url, ...options, socket: { reconnectStrategy: () => RETRY } });
  let isTold = false;
  client.on('ready', () => {
    isTold = false;
  });
  client.on('error', (error: unknown) => {
    if (!isTold) log.warn({ err: error }, 'Redis does not answer; it is tried again');
    isTold = true;
  });
  client.connect().catch(() => undefined);
  return client;
}
