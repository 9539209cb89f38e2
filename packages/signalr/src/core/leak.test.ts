import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { CONNECTS, heapNow } from '../testing/heap.ts';
import { helloSocket } from '../testing/raw-socket.ts';
import { type Served, serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const AT_ONCE = 20;

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

test(`${CONNECTS} connects and disconnects leave nothing behind`, { timeout: 900_000 }, async () => {
  // What is logged is kept by the test, so nothing is.
  await using served = await serve({ hubs: [testHub()], log: () => {} });
  await visits(served, 200);
  const before = await heapNow();
  await visits(served, CONNECTS);
  const after = await heapNow();
  console.log(`heap before ${before.toFixed(1)} MB, after ${CONNECTS} connects ${after.toFixed(1)} MB`);
  // Five hundred connections that were kept would hold more than five megabytes.
  expect(after - before).toBeLessThan(2);
});
