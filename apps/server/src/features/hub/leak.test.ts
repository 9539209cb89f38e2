import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HttpTransportType } from '@microsoft/signalr';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { TestPerson } from '../../testing/test-server.ts';
import { officialConnection } from './testing/hub-client.ts';
import { useHub } from './testing/use-hub.ts';

/** 10,000 by hand: `SIGNALR_CONNECTS=10000 npm test -- apps/server/src/features/hub/leak`. */
const CONNECTS = Number(process.env['SIGNALR_CONNECTS'] ?? 120);
const WARM_UP = 120;
const PEOPLE = 8;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const t = useHub();

/** Connects by Microsoft's client, and leaves with or without a goodbye. */
async function visitCore(person: TestPerson, transport: HttpTransportType): Promise<void> {
  const connection = officialConnection(t.url, person, { transport });
  connection.on('trackingChanged', () => undefined);
  await connection.start();
  await connection.invoke('ping');
  await connection.stop();
}

/** Connects as a classic client does, loses its transport, comes back and says goodbye. */
async function visitClassic(person: TestPerson, transport: string): Promise<void> {
  const query = new URLSearchParams({
    transport,
    clientProtocol: '2.1',
    connectionData: '[{"name":"trackinghub"}]',
    access_token: person.token,
  });
  const address = (command: string) => `${t.url}/signalr/${command}?${query.toString()}`;
  const ask = async (command: string) => (await fetch(address(command))).text();
  const { ConnectionToken } = JSON.parse(await ask('negotiate')) as { ConnectionToken: string };
  query.set('connectionToken', ConnectionToken);
  for (const command of ['connect', 'reconnect']) {
    const lose = await open(address(command), transport);
    if (command === 'connect') expect(await ask('start')).toBe('{"Response":"started"}');
    lose();
  }
  await ask('abort');
}

async function open(address: string, transport: string): Promise<() => void> {
  if (transport !== 'webSockets') {
    const { body } = await fetch(address);
    return () => void body?.cancel();
  }
  const socket = new WebSocket(address.replace('http', 'ws'));
  await new Promise((resolve) => socket.once('open', resolve));
  return () => socket.terminate();
}

async function visits(people: readonly TestPerson[], count: number): Promise<void> {
  const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType;
  const kinds: readonly ((person: TestPerson) => Promise<void>)[] = [
    ...[WebSockets, ServerSentEvents, LongPolling].map(
      (transport) => (person: TestPerson) => visitCore(person, transport),
    ),
    ...['webSockets', 'serverSentEvents', 'longPolling'].map(
      (transport) => (person: TestPerson) => visitClassic(person, transport),
    ),
  ];
  for (let done = 0; done < count; done += kinds.length) {
    const person = people[(done / kinds.length) % people.length] as TestPerson;
    await Promise.all(kinds.map((visit) => visit(person)));
  }
}

/** Open connections, by what the server measures. */
async function openConnections(): Promise<number> {
  const { body } = await t.stint.server.app.inject('/metrics');
  const counts = [...body.matchAll(/^stint_hub_connections\{.*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Megabytes in use when nobody is connected and nothing can be freed any more. */
async function heapNow(): Promise<number> {
  await expect.poll(openConnections).toBe(0);
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test(`${CONNECTS} connects and disconnects by every transport leave nothing behind`, {
  timeout: 1_800_000,
}, async () => {
  const { organizationId } = t.stint;
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, number) => t.stint.addPerson(organizationId, `leak${number}`, 'Team')),
  );
  await visits(people, WARM_UP);
  const before = await heapNow();
  await visits(people, CONNECTS);
  const after = await heapNow();
  console.log(`heap before ${before.toFixed(1)} MB, after ${CONNECTS} connects ${after.toFixed(1)} MB`);
  // Those that were kept would hold more than that.
  expect(after - before).toBeLessThan(2);
});
