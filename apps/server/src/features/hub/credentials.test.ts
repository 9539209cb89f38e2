import { Writable } from 'node:stream';
import { HttpTransportType } from '@microsoft/signalr';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { testServer } from '../../testing/test-server.ts';
import { personWithPassword, signedIn } from '../sessions/testing.ts';
import { hubClient } from './testing/hub-client.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

/** What the handshake of a bare WebSocket is answered: 101 or the status of the refusal. */
function upgrade(path: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(`${t.url.replace('http', 'ws')}${path}`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

const hub = '/signalr/trackingHub';

/** The cookie header of a browser that has signed in. */
async function cookieOf(): Promise<string> {
  const browser = await signedIn(t.stint, await personWithPassword(t.stint));
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

describe('a token', () => {
  test.each([
    ['in the header', () => upgrade(hub, { authorization: `Bearer ${t.me.token}` }), 101],
    ['in the address, as browsers must', () => upgrade(`${hub}?access_token=${t.me.token}`), 101],
    ['that nobody has', () => upgrade(`${hub}?access_token=${'x'.repeat(43)}`), 401],
    ['of nothing', () => upgrade(`${hub}?access_token=`), 401],
    [
      'of a scheme that is not taken',
      () => upgrade(hub, { authorization: `Basic ${btoa(`:${t.me.token}`)}` }),
      401,
    ],
    ['missing', () => upgrade(hub), 401],
    [
      'of another organization',
      () => upgrade(hub, { authorization: `Bearer ${t.stint.people.stranger.token}` }),
      401,
    ],
    [
      'of a person without a role',
      () => upgrade(hub, { authorization: `Bearer ${t.stint.people.none.token}` }),
      403,
    ],
  ])('%s', async (_name, ask, status) => {
    expect(await ask()).toBe(status);
  });

  test('of another page is refused: pages of other sites may not connect', async () => {
    const origin = 'https://evil.example.com';
    expect(await upgrade(hub, { authorization: `Bearer ${t.me.token}`, origin })).toBe(403);
    const answer = await fetch(`${t.url}${hub}/negotiate?negotiateVersion=1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${t.me.token}`, origin },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  test('that is revoked does not end the connection, but opens none any more', async () => {
    const client = await t.connect(t.me);
    const { system } = t.stint.server.dependencies.database;
    await system
      .updateTable('api_token')
      .set({ revoked_at: new Date().toISOString() })
      .where('person_id', '=', t.me.id)
      .execute();
    await expect.poll(() => upgrade(hub, { authorization: `Bearer ${t.me.token}` })).toBe(401);
    expect(await client.connection.invoke('startTracking', { remark: 'still here' })).toMatchObject({
      track: { trackingState: 'tracking' },
    });
    await expect.poll(() => client.of('trackingChanged').length).toBe(1);
  });

  test.each([
    ['server-sent events', HttpTransportType.ServerSentEvents],
    ['long polling', HttpTransportType.LongPolling],
  ])('opens %s too, and is not asked for again', async (_name, transport) => {
    const client = await t.connect(t.me, { transport });
    const { system } = t.stint.server.dependencies.database;
    await system
      .updateTable('api_token')
      .set({ revoked_at: new Date().toISOString() })
      .where('person_id', '=', t.me.id)
      .execute();
    await expect.poll(() => upgrade(hub, { authorization: `Bearer ${t.me.token}` })).toBe(401);
    await client.connection.invoke('startTracking', { remark: 'x' });
    await expect.poll(() => client.of('trackingChanged').length).toBe(1);
  });

  test('does not send as somebody else over their connection', async () => {
    const negotiated = await fetch(`${t.url}${hub}/negotiate?negotiateVersion=1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${t.me.token}` },
    });
    const { connectionToken } = (await negotiated.json()) as { connectionToken: string };
    const other = { authorization: `Bearer ${t.stint.people.team.token}` };
    expect(await upgrade(`${hub}?id=${connectionToken}`, other)).toBeGreaterThanOrEqual(400);
    expect(await upgrade(`${hub}?id=${connectionToken}`)).toBeGreaterThanOrEqual(400);
  });
});

describe('a session cookie', () => {
  test('of a page of this server connects', async () => {
    const cookie = await cookieOf();
    expect(await upgrade(hub, { cookie, origin: t.url })).toBe(101);
    expect(await upgrade(hub, { cookie, 'sec-fetch-site': 'same-origin' })).toBe(101);
  });

  test.each([
    ['another site', { origin: 'https://evil.example.com' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['a frame without an origin', { origin: 'null' }],
    ['a script or picture of another site', { 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', {}],
  ])('sent along by %s is refused', async (_name, headers) => {
    const cookie = await cookieOf();
    expect(await upgrade(hub, { cookie, ...headers })).toBe(403);
  });

  test('that is not one is refused', async () => {
    expect(await upgrade(hub, { cookie: 'stint_session=nobody', origin: t.url })).toBe(401);
  });
});

describe('the organization', () => {
  test('is that of the collection before the address, or of the host’s label', async () => {
    const { stranger } = t.stint.people;
    const authorization = `Bearer ${stranger.token}`;
    expect(await upgrade(`/other${hub}`, { authorization })).toBe(101);
    expect(await upgrade(`/OTHER${hub}/v3.2`, { authorization })).toBe(101);
    expect(await upgrade(hub, { authorization, host: 'other.time.example.com' })).toBe(101);
    expect(await upgrade(`/nowhere${hub}`, { authorization })).toBe(404);
    expect(await upgrade('/api/rest/me', { authorization })).toBe(404);
    expect(await upgrade(`/other${hub}`, { authorization: `Bearer ${t.me.token}` })).toBe(401);
  });

  test('is kept by every request of a connection below a collection', async () => {
    const client = await t.connect(t.stint.people.stranger, {
      before: '/other',
      transport: HttpTransportType.LongPolling,
    });
    expect(await client.connection.invoke('current')).toHaveProperty('track');
  });
});

test('an oversized frame ends its own connection and no other', async () => {
  const [loud, quiet] = [await t.connect(t.me), await t.connect(t.me)];
  const closed = new Promise<void>((resolve) => loud.connection.onclose(() => resolve()));
  await expect(loud.connection.invoke('adjust', 'x'.repeat(100_000))).rejects.toThrow();
  await closed;
  expect(await quiet.connection.invoke('current')).toHaveProperty('track');
});

test('no token of an address comes into the log, not even at its most talkative', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const stint = await testServer({ log: pino({ level: 'trace' }, stream) });
  const url = await stint.server.app.listen({ port: 0, host: '127.0.0.1' });
  const { token } = stint.people.team;
  const unknown = 'a-token-that-nobody-has-ever-had';
  try {
    for (const transport of [HttpTransportType.WebSockets, HttpTransportType.LongPolling]) {
      const client = hubClient(url, { token }, { transport });
      await client.connection.start();
      await expect(client.connection.invoke('latest', -1)).rejects.toThrow();
      await client.connection.stop();
      await expect(hubClient(url, { token: unknown }, { transport }).connection.start()).rejects.toThrow(
        /401/,
      );
    }
    const addresses = [
      '/signalr/nothing',
      '/signalr/trackingHub/negotiate',
      '/signalr/trackingHub',
      '/nowhere/signalr/trackingHub',
      '/signalr/negotiate',
      '/signalr/hubs',
      '/signalr/start',
      '/signalr/abort',
    ];
    for (const address of addresses) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        await fetch(`${url}${address}?access_token=${token}&id=${unknown}&connectionToken=${unknown}`, {
          method,
        }).then((each) => each.body?.cancel());
      }
    }
  } finally {
    await stint.close();
  }
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.join('')).not.toContain(token);
  expect(lines.join('')).not.toContain(unknown);
});
