import { percentile } from '../report/statistics.ts';
import { type Crowd, userName } from './crowd.ts';
import { callText, CHANGE, pushText, tellText } from './messages.ts';
import { type CountingSocket, frameLength } from './socket.ts';

/** Messages a second that reach a crowd when all of it is told something several times. */
export async function broadcastRate({ address, sockets }: Crowd, times: number): Promise<number> {
  const expected = times * frameLength(pushText(CHANGE)) * sockets.length;
  let received = 0;
  const all = Promise.withResolvers<void>();
  for (const socket of sockets) {
    let seen = socket.received;
    socket.onData = () => {
      received += socket.received - seen;
      seen = socket.received;
      if (received >= expected) all.resolve();
    };
  }
  const before = performance.now();
  await fetch(`${address}/broadcast?times=${times}`, { method: 'POST' });
  await all.promise;
  const seconds = (performance.now() - before) / 1000;
  for (const socket of sockets) socket.onData = () => {};
  return (times * sockets.length) / seconds;
}

/** Milliseconds from the call of one client to the push at another, the worst of a hundred (p99). */
export async function pushDelay({ sockets, join }: Crowd, times: number): Promise<number> {
  const caller = await join('caller');
  const delays: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const index = (time * 7919) % sockets.length;
    const target = sockets[index] as CountingSocket;
    const arrived = Promise.withResolvers<void>();
    target.onData = arrived.resolve;
    const before = performance.now();
    caller.send(tellText(userName(index)));
    await arrived.promise;
    delays.push(performance.now() - before);
    target.onData = () => {};
  }
  caller.close();
  return percentile(delays, 0.99);
}

/** Calls a second that are answered to some clients, each waiting for its answer before it calls again. */
export async function callRate(crowd: Crowd, clients: number, seconds: number): Promise<number> {
  return (await answeredCalls(crowd, clients, seconds)) / seconds;
}

/** Microseconds of the server's processor for each such call: what a busy machine does not change. */
export async function callCost(crowd: Crowd, clients: number, seconds: number): Promise<number> {
  const before = await processorTime(crowd);
  const answers = await answeredCalls(crowd, clients, seconds);
  return ((await processorTime(crowd)) - before) / answers;
}

async function answeredCalls({ join }: Crowd, clients: number, seconds: number): Promise<number> {
  const callers = await Promise.all(Array.from({ length: clients }, (_, index) => join(`caller${index}`)));
  let answers = 0;
  for (const caller of callers) {
    let id = 0;
    const call = () => caller.send(callText(1000 + (id++ % 9000)));
    caller.onData = () => {
      answers += 1;
      call();
    };
    call();
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  for (const caller of callers) caller.close();
  return answers;
}

async function processorTime({ address }: Crowd): Promise<number> {
  return Number(await (await fetch(`${address}/processor-time`)).text());
}
