import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { CONNECTS, heapNow } from '../testing/heap.ts';
import { type Served, serve } from '../testing/serve.ts';
import { classicHub } from './testing/classic-hub.ts';
import { type WireClient, wireClient } from './testing/wire-client.ts';

const TRANSPORTS = ['webSockets', 'serverSentEvents', 'longPolling'] as const;
/** Of each transport. */
const AT_ONCE = 5;

/** Connects, joins a group, is told something there, loses its transport, comes back, and says goodbye. */
async function comeAndGo(served: Served, transport: (typeof TRANSPORTS)[number]): Promise<void> {
  const client = await wireClient(served.address, { transport });
  const lose = await arrive(client, transport, 'connect');
  await read(client.get('start'));
  const data = '{"H":"test","M":"join","A":["g"],"I":0}';
  if (transport !== 'webSockets') await read(client.post('send', { data }));
  served.signalr.clients('test').group('g').send('told', 'x'.repeat(1000));
  lose();
  const loseAgain = await arrive(client, transport, 'reconnect');
  await read(client.post('abort'));
  loseAgain();
}

/** Gives a client its transport; the answer says how it is lost. */
async function arrive(client: WireClient, transport: string, command: string): Promise<() => void> {
  if (transport === 'longPolling') {
    const { body } = await client.post(command);
    return () => void body?.cancel();
  }
  const open = transport === 'webSockets' ? client.socket : client.events;
  const wire = await open(command);
  if (transport === 'webSockets') wire.send('{"H":"test","M":"join","A":["g"],"I":0}');
  return () => wire.close();
}

/** Answers that are not read keep their sockets. */
async function read(answer: Promise<Response>): Promise<void> {
  await (await answer).text();
}

async function visits(served: Served, count: number): Promise<void> {
  const together = TRANSPORTS.flatMap((transport) => Array<typeof transport>(AT_ONCE).fill(transport));
  for (let done = 0; done < count; done += together.length)
    await Promise.all(together.map((transport) => comeAndGo(served, transport)));
  await eventually(() => served.signalr.connectionCount === 0);
}

test(`${CONNECTS} connects and disconnects leave nothing behind`, { timeout: 900_000 }, async () => {
  await using served = await serve({ hubs: [classicHub()], log: () => {} });
  await visits(served, 300);
  const before = await heapNow();
  await visits(served, CONNECTS);
  const after = await heapNow();
  console.log(`heap before ${before.toFixed(1)} MB, after ${CONNECTS} connects ${after.toFixed(1)} MB`);
  // Five hundred connections that were kept would hold several megabytes.
  expect(after - before).toBeLessThan(2);
});
