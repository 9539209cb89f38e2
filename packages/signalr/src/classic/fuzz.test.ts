import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogEvent } from '../hub/log.ts';
import { eventually } from '../testing/eventually.ts';
import { type Served, serve } from '../testing/serve.ts';
import { classicHub } from './testing/classic-hub.ts';
import { type Wire, type WireClient, wireClient } from './testing/wire-client.ts';

let served: Served;
let victim: WireClient;
let victimSocket: Wire;
let attacker: WireClient;

/** Another user's connection listens all the while; what is meant for it must reach nobody else. */
beforeAll(async () => {
  served = await serve({ hubs: [classicHub()] });
  victim = await wireClient(served.address, { token: 'victim' });
  victimSocket = await victim.socket();
  await victim.get('start');
  victimSocket.send('{"H":"test","M":"join","A":["secrets"],"I":0}');
  await eventually(() => victimSocket.received.some((text) => text.includes('"G"')));
  attacker = await wireClient(served.address, { token: 'attacker', transport: 'longPolling' });
});
afterAll(() => served[Symbol.asyncDispose]());

const faults = (events: readonly LogEvent[]) =>
  events.filter(({ kind }) => kind === 'failed' || kind === 'connectionFailed');

async function expectVictimUntouched(): Promise<void> {
  const before = victimSocket.received.length;
  served.signalr.clients('test').user('victim').send('told', 'still here');
  await eventually(() => victimSocket.received.length > before);
  expect(victimSocket.received.slice(before).join('')).toContain('still here');
  expect(faults(served.events)).toEqual([]);
}

test('no query gives 500, nor anything of another user', async () => {
  const command = fc.constantFrom(
    'negotiate',
    'connect',
    'start',
    'send',
    'poll',
    'reconnect',
    'abort',
    'ping',
    'hubs',
    'js',
  );
  const groupsToken = victimSocket.received
    .map((text) => /"G":"([^"]+)"/.exec(text)?.[1])
    .find((token) => token !== undefined);
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }).map((text) => text.toWellFormed()),
    fc.constantFrom(
      'longPolling',
      'serverSentEvents',
      'webSockets',
      '2.1',
      '1.2',
      'd-ABC,F',
      '[{"name":"test"}]',
      '[]',
      'null',
      '{}',
    ),
    fc.constantFrom(victim.negotiated.ConnectionToken, victim.negotiated.ConnectionId, String(groupsToken)),
    fc.json(),
  );
  const key = fc.constantFrom(
    'transport',
    'connectionToken',
    'connectionData',
    'clientProtocol',
    'messageId',
    'groupsToken',
    'callback',
    'data',
    'tid',
  );
  await fc.assert(
    fc.asyncProperty(command, fc.dictionary(key, value), async (name, query) => {
      const hangUp = AbortSignal.timeout(30);
      const url = attacker.url(name, query);
      try {
        const answer = await fetch(url, { headers: { authorization: 'Bearer attacker' }, signal: hangUp });
        expect(answer.status).not.toBe(500);
        expect(await answer.text()).not.toContain('still here');
      } catch (error) {
        // Held answers, and addresses that are too long for one.
        expect(hangUp.aborted || error instanceof TypeError).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  await expectVictimUntouched();
});

test('no frame ends the server, or the connection it came by', async () => {
  const client = await wireClient(served.address, { token: 'attacker' });
  const socket = await client.socket();
  await client.get('start');
  const name = fc.oneof(
    fc.constantFrom(
      'test',
      'TEST',
      'echo',
      'join',
      'tellGroup',
      'refuse',
      'count',
      'work',
      '__proto__',
      'constructor',
    ),
    fc.string(),
  );
  const near = fc
    .record(
      {
        H: name,
        M: name,
        A: fc.array(fc.jsonValue()),
        I: fc.oneof(fc.nat(), fc.string()),
        S: fc.dictionary(fc.string(), fc.jsonValue()),
      },
      { requiredKeys: [] },
    )
    .map((message) => JSON.stringify(message));
  await fc.assert(
    fc.asyncProperty(fc.oneof(near, fc.json(), fc.string({ unit: 'binary' })), async (text) => {
      socket.send(text);
      await Promise.resolve();
    }),
    { numRuns: 500 },
  );
  socket.send('{"H":"test","M":"echo","A":["alive"],"I":"last"}');
  await eventually(() => socket.received.includes('{"R":"alive","I":"last"}'));
  expect(socket.received.join('')).not.toContain('still here');
  await expectVictimUntouched();
});

test('no bytes on a connecting socket touch others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const client = await wireClient(served.address, { token: 'attacker' });
      const socket = await client.socket();
      socket.send(Buffer.from(bytes));
      await socket.closed;
    }),
    { numRuns: 10 },
  );
  await expectVictimUntouched();
});
