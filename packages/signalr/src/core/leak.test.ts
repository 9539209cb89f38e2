import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { helloSocket } from '../testing/raw-socket.ts';
import { type Served, serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

/** 10,000 by hand: `SIGNALR_CONNECTS=10000 npm test -- packages/signalr/src/core/leak`. */
const CONNECTS = Number(process.env['SIGNALR_CONNECTS'] ?? 1000);
const AT_ONCE = 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use when nothing can be freed any more. */
async function heapNow(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

/** Connects, joins a group, streams and asks, and leaves in one of four ways. */
async function visit({ address }: Served, number: number): Promise<void> {
  const socket = await helloSocket(`${address}/signalr/test?access_token=user${number % 7}`);
  socket.send('{"type":1,"target":"join","arguments":["red"]}\x1e');
  socket.send('{"type":4,"invocationId":"1","target":"endless","arguments":[]}\x1e');
  socket.send('{"type":1,"target":"ask","arguments":[]}\x1e');
  socket.send('{"type":1,"invocationId":"2","target":"sum","arguments":[],"streamIds":["u"]}\x1e');
  await socket.next();
  if (number % 4 === 0) socket.socket.terminate();
  else if (number % 4 === 1) socket.socket.close();
  else if (number % 4 === 2) socket.send('nonsense\x1e');
  else socket.send('{"type":7}\x1e');
  await socket.closed;
}

async function visits(served: Served, count: number): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => visit(served, done + index)));
  }
  await eventually(() => served.signalr.connectionCount === 0);
}

test(`${CONNECTS} connects and disconnects leave nothing behind`, { timeout: 300_000 }, async () => {
  // What is logged is kept by the test, so nothing is.
  await using served = await serve({ hubs: [testHub()], log: () => {} });
  await visits(served, 200);
  const before = await heapNow();
  await visits(served, CONNECTS);
  const grown = (await heapNow()) - before;
  // A thousand connections that were kept would hold more than ten megabytes.
  expect(grown).toBeLessThan(2_000_000);
});
