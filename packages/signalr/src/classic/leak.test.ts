import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { type Served, serve } from '../testing/serve.ts';
import { classicHub } from './testing/classic-hub.ts';
import { wireClient } from './testing/wire-client.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function comeAndGo(served: Served, transport: string): Promise<void> {
  const client = await wireClient(served.address, { transport });
  const isSocket = transport === 'webSockets';
  const socket = isSocket ? await client.socket() : null;
  if (!isSocket) await read(client.post('connect'));
  await read(client.get('start'));
  const data = '{"H":"test","M":"join","A":["g"],"I":0}';
  if (socket === null) await read(client.post('send', { data }));
  else socket.send(data);
  served.signalr.clients('test').group('g').send('told', 'x'.repeat(1000));
  await read(client.post('abort'));
}

/** Answers that are not read keep their sockets. */
async function read(answer: Promise<Response>): Promise<void> {
  await (await answer).text();
}

/** Megabytes in use after everybody has come and gone `times` times. */
async function useAfter(served: Served, times: number): Promise<number> {
  for (let time = 0; time < times; time += 1)
    await Promise.all(['webSockets', 'longPolling'].map((transport) => comeAndGo(served, transport)));
  await eventually(() => served.signalr.connectionCount === 0);
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test('connections that come and go leave nothing behind', async () => {
  await using served = await serve({ hubs: [classicHub()], log: () => {} });
  await useAfter(served, 50);
  const before = await useAfter(served, 50);
  const after = await useAfter(served, 400);
  expect(after - before).toBeLessThan(5);
}, 60_000);
