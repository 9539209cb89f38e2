import { setTimeout as sleep } from 'node:timers/promises';
import { HttpTransportType } from '@microsoft/signalr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow } from '../classic/testing/jsdom-window.ts';
import type { JQuery } from '../classic/testing/jquery-types.ts';
import { defineHub } from '../hub/definition.ts';
import { type Line, openLine } from '../testing/line.ts';
import { type Served, serve, type TestUser } from '../testing/serve.ts';
import { followClassic } from './testing/follow-classic.ts';
import { followCore, type FollowOptions } from './testing/follow-core.ts';
import { type Account, accountOf, type Heard } from './testing/heard.ts';
import { PageEventSource } from './testing/page-event-source.ts';

/** Milliseconds that a second lasts here; the real thing by `SIGNALR_SECOND=1000 npm test -- packages/signalr/src/faults`. */
const SECOND = Number(process.env['SIGNALR_SECOND'] ?? 150);

/** Seconds before the network fails, in which every client has pinged; between pushes; and that everybody must be in step after. */
const BEFORE = 8;
const BETWEEN = 2;
const AFTER = 150;

const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType;
const clients = {
  'Core, webSockets': (options: FollowOptions) => followCore({ ...options, transport: WebSockets }),
  'Core, webSockets, stateful': (options: FollowOptions) =>
    followCore({ ...options, transport: WebSockets, stateful: true }),
  'Core, serverSentEvents': (options: FollowOptions) =>
    followCore({ ...options, transport: ServerSentEvents }),
  'Core, longPolling': (options: FollowOptions) => followCore({ ...options, transport: LongPolling }),
  'classic, webSockets': (options: FollowOptions) => inPage({ ...options, transport: 'webSockets' }),
  'classic, serverSentEvents': (options: FollowOptions) =>
    inPage({ ...options, transport: 'serverSentEvents' }),
  'classic, longPolling': (options: FollowOptions) => inPage({ ...options, transport: 'longPolling' }),
};
type ClientName = keyof typeof clients;

/** How a network fails, and how long in seconds. */
const faults = {
  'held back for 5 s': [5, (line: Line) => line.hold()],
  'held back for 60 s': [60, (line: Line) => line.hold()],
  'broken and refused for 5 s': [5, (line: Line) => void line.cut()],
  'broken and refused for 60 s': [60, (line: Line) => void line.cut()],
  'gone without a word for 5 s': [5, (line: Line) => line.lose()],
  'gone without a word for 60 s': [60, (line: Line) => line.lose()],
} as const;
type FaultName = keyof typeof faults;

/**
 * Who gets every push once and in order, without asking: all by TCP itself while nobody gave up, classic clients for the 30 seconds
 * in which they may come back. The others are told anew how far it is: they ask when they have connected again, or (classic ones who
 * poll, and notice a loss by the end of a poll only) the server tells them when they come back.
 */
const seamless: Readonly<Record<FaultName, readonly ClientName[]>> = {
  'held back for 5 s': Object.keys(clients) as ClientName[],
  'held back for 60 s': [],
  'broken and refused for 5 s': ['classic, webSockets', 'classic, serverSentEvents', 'classic, longPolling'],
  'broken and refused for 60 s': [],
  'gone without a word for 5 s': ['classic, webSockets', 'classic, serverSentEvents'],
  'gone without a word for 60 s': [],
};

const cases = (Object.keys(faults) as FaultName[]).flatMap((fault) =>
  (Object.keys(clients) as ClientName[]).map((client) => ({ fault, client, name: `${client}; ${fault}` })),
);

let served: Served;
let window: ReturnType<typeof openWindow>;
const numbers = new Map<string, number>();
const outcomes = new Map<string, Promise<Account>>();

const known = new Set<string>();
const counting = defineHub<TestUser>({
  name: 'count',
  connected: ({ connection }) => known.add(connection.id),
  reconnected({ connection, clients }) {
    if (known.has(connection.id)) return;
    known.add(connection.id);
    clients.caller.send('state', numbers.get(connection.userId) ?? 0);
  },
  disconnected: ({ connection }) => known.delete(connection.id),
  methods: { current: ({ connection }) => numbers.get(connection.userId) ?? 0 },
});

function push(user: string): void {
  const number = (numbers.get(user) ?? 0) + 1;
  numbers.set(user, number);
  served.signalr.clients('count').user(user).send('number', number);
}

/** Runs jQuery's client in the page that all of them share. */
function inPage(options: Omit<Parameters<typeof followClassic>[0], '$'>): () => Promise<void> {
  const follow = window.eval(`(${followClassic.toString()})`) as typeof followClassic;
  return follow({ ...options, $: window.eval('$') as JQuery });
}

/** Follows the number over a line that fails and is mended, until the client is in step again. */
async function throughFault({ client, fault, name }: (typeof cases)[number]): Promise<Account> {
  await using line = await openLine(served.address);
  const heard: Heard[] = [];
  const stop = clients[client]({
    url: `${line.address}/signalr`,
    token: name,
    second: SECOND,
    hear: (each) => void heard.push(each),
  });
  const pushing = setInterval(() => push(name), BETWEEN * SECOND);
  const [length, fail] = faults[fault];
  while (accountOf(heard).asked === 0) await sleep(SECOND / 10);
  await sleep(BEFORE * SECOND);
  fail(line);
  await sleep(length * SECOND);
  const pushedMeanwhile = numbers.get(name) ?? 0;
  line.mend();
  const last = Date.now() + AFTER * SECOND;
  while (accountOf(heard).known <= pushedMeanwhile && Date.now() < last) await sleep(SECOND / 10);
  await sleep(3 * BETWEEN * SECOND);
  clearInterval(pushing);
  const final = numbers.get(name) ?? 0;
  while (accountOf(heard).known < final && Date.now() < last) await sleep(SECOND / 10);
  await stop();
  return accountOf(heard);
}

// All at the same time: they wait most of theirs.
beforeAll(async () => {
  const [limits, classic] = [
    { keepAlive: 15, clientTimeout: 30, disconnectTimeout: 15, pollTimeout: 90 },
    { keepAlive: 10, disconnectTimeout: 30, reconnectGrace: 5, connectionTimeout: 110 },
  ].map((seconds) =>
    Object.fromEntries(Object.entries(seconds).map(([name, each]) => [name, each * SECOND])),
  );
  served = await serve({
    hubs: [counting],
    origins: () => true,
    limits: limits ?? {},
    classic: classic ?? {},
  });
  window = openWindow(served.address);
  Object.assign(window, { EventSource: PageEventSource });
  for (const each of cases) {
    const outcome = throughFault(each);
    outcome.catch(() => {});
    outcomes.set(each.name, outcome);
  }
});
afterAll(async () => {
  window.close();
  await served[Symbol.asyncDispose]();
});

describe('a network that fails for a while', { timeout: 60_000 + 250 * SECOND }, () => {
  test.each(cases)('$name', async ({ name, client, fault }) => {
    const account = await outcomes.get(name);
    if (process.env['SIGNALR_SECOND'] !== undefined) console.log(name, JSON.stringify(account));
    expect(account).toMatchObject({ lost: [], doubled: [], known: numbers.get(name) });
    if (seamless[fault].includes(client)) expect(account?.asked).toBe(1);
  });

  test('nobody who is gone is kept', async () => {
    await Promise.allSettled(outcomes.values());
    await expect.poll(() => served.signalr.connectionCount, { timeout: 60 * SECOND }).toBe(0);
  });
});
