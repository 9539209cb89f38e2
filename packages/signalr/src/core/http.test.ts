import { expect, test } from 'vitest';
import { rawSocket } from '../testing/raw-socket.ts';
import { type Served, serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { eventually } from '../testing/eventually.ts';

const HELLO = '{"protocol":"json","version":1}\x1e';

function request(served: Served, path: string, options: RequestInit = {}, token = 'ann') {
  const headers = { authorization: `Bearer ${token}`, ...(options.headers as Record<string, string>) };
  return fetch(`${served.address}/signalr/test${path}`, { ...options, headers });
}

async function negotiate(served: Served, query = '?negotiateVersion=1', token = 'ann') {
  const response = await request(served, `/negotiate${query}`, { method: 'POST' }, token);
  return (await response.json()) as Record<string, string>;
}

const post = (served: Served, id: string, body: string) =>
  request(served, `?id=${id}`, { method: 'POST', body });

test('negotiation tells the ids, the version and the transports', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const availableTransports = [
    { transport: 'WebSockets', transferFormats: ['Text', 'Binary'] },
    { transport: 'ServerSentEvents', transferFormats: ['Text'] },
    { transport: 'LongPolling', transferFormats: ['Text', 'Binary'] },
  ];
  const id = expect.stringMatching(/^[\w-]{22}$/) as unknown;
  const newest = { negotiateVersion: 1, connectionId: id, connectionToken: id, availableTransports };
  const one = await negotiate(served);
  expect(one).toEqual(newest);
  expect(one['connectionToken']).not.toBe(one['connectionId']);
  expect(await negotiate(served, '?NegotiateVersion=7')).toEqual(newest);
  expect(await negotiate(served, '')).toEqual({ negotiateVersion: 0, connectionId: id, availableTransports });
  expect(await negotiate(served, '?negotiateVersion=1&useStatefulReconnect=true')).toEqual({
    ...newest,
    useStatefulReconnect: true,
  });
  expect(await negotiate(served, '?negotiateVersion=x')).toEqual({
    error: 'The client requested a non-integer protocol version.',
  });
  expect(await negotiate(served, '?negotiateVersion=-1')).toEqual({
    error: "The client requested version '-1', but the server does not support this version.",
  });
  expect((await request(served, '/negotiate')).status).toBe(405);
});

test('who is not let in learns the hook’s status, by every way in', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { connectionToken } = await negotiate(served);
  const anonymous = `${served.address}/signalr/test`;
  expect((await fetch(`${anonymous}/negotiate`, { method: 'POST' })).status).toBe(401);
  expect((await fetch(`${anonymous}?id=${connectionToken}`)).status).toBe(401);
  await expect(rawSocket(anonymous)).rejects.toThrow('refused with 401');
  // Somebody else’s ticket opens nothing.
  expect((await request(served, `?id=${connectionToken}`, {}, 'bob')).status).toBe(403);
  await expect(rawSocket(`${anonymous}?id=${connectionToken}&access_token=bob`)).rejects.toThrow('403');
  const refused = served.events.filter(({ kind }) => kind === 'refused');
  expect(refused).toContainEqual({
    kind: 'refused',
    status: 401,
    path: '/signalr/test',
    text: 'Who are you?',
  });
  expect(JSON.stringify(served.events)).not.toContain('access_token');
});

test('unknown, missing and ended connections are told apart as ASP.NET Core does', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const texts = async (response: Response) => [response.status, await response.text()];
  const unknown = [404, 'No Connection with that ID'];
  const unnamed = [400, 'Connection ID required'];
  for (const method of ['GET', 'POST', 'DELETE']) {
    expect(await texts(await request(served, '?id=nobody', { method }))).toEqual(unknown);
    expect(await texts(await request(served, '', { method }))).toEqual(unnamed);
  }
  expect((await request(served, '?id=x', { method: 'PUT' })).status).toBe(405);
  await expect(rawSocket(`${served.address}/signalr/test?id=nobody&access_token=ann`)).rejects.toThrow('404');
  expect((await fetch(`${served.address}/signalr/other/negotiate`, { method: 'POST' })).status).toBe(404);
});

test('a connection has one socket, and keeps its transport', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { connectionToken = '' } = await negotiate(served);
  const url = `${served.address}/signalr/test?id=${connectionToken}&access_token=ann`;
  await rawSocket(url);
  await expect(rawSocket(url)).rejects.toThrow('refused with 409');
  const poll = await request(served, `?id=${connectionToken}`);
  expect([poll.status, await poll.text()]).toEqual([400, 'Cannot change transports mid-connection']);
  const posted = await post(served, connectionToken, HELLO);
  expect([posted.status, await posted.text()]).toEqual([
    405,
    'POST requests are not allowed for WebSocket connections.',
  ]);
  const deleted = await request(served, `?id=${connectionToken}`, { method: 'DELETE' });
  expect([deleted.status, await deleted.text()]).toEqual([
    400,
    'Cannot terminate this connection using the DELETE endpoint.',
  ]);
});

test('a second event stream is refused with 409', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { connectionToken = '' } = await negotiate(served);
  const open = () => request(served, `?id=${connectionToken}`, { headers: { accept: 'text/event-stream' } });
  const first = await open();
  expect(first.headers.get('content-type')).toBe('text/event-stream');
  expect(first.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await open()).status).toBe(409);
  await post(served, connectionToken, HELLO);
  const reader = (first.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  while (!text.includes('{}')) text += Buffer.from((await reader.read()).value ?? []).toString();
  expect(text).toBe(':\r\ndata: {}\x1e\r\n\r\n');
  await reader.cancel();
});

test('event streams carry no binary protocol', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { connectionToken = '' } = await negotiate(served);
  const stream = await request(served, `?id=${connectionToken}`, {
    headers: { accept: 'text/event-stream' },
  });
  await post(served, connectionToken, '{"protocol":"messagepack","version":1}\x1e');
  expect(await stream.text()).toContain(
    `Cannot use the 'messagepack' protocol on the current transport. The transport does not support 'Binary' transfer format.`,
  );
});

test('polls: the first opens, a second ends the one before with 204, DELETE ends the connection', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { connectionToken = '' } = await negotiate(served);
  const poll = () => request(served, `?id=${connectionToken}`);
  const first = await poll();
  expect([first.status, await first.text()]).toEqual([200, '']);
  expect(first.headers.get('cache-control')).toBe('no-cache, no-store');
  const second = poll();
  expect((await post(served, connectionToken, HELLO)).status).toBe(200);
  expect(await (await second).text()).toBe('{}\x1e');
  const third = poll();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const fourth = poll();
  expect((await third).status).toBe(204);
  await post(served, connectionToken, '{"type":1,"invocationId":"0","target":"echo","arguments":[1]}\x1e');
  expect(await (await fourth).text()).toBe('{"type":3,"invocationId":"0","result":1}\x1e');
  const last = poll();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect((await request(served, `?id=${connectionToken}`, { method: 'DELETE' })).status).toBe(202);
  expect((await last).status).toBe(204);
  expect((await poll()).status).toBe(404);
  expect(served.signalr.connectionCount).toBe(0);
});

test('a poll with nothing to tell ends empty; who polls no more is let go', async () => {
  await using served = await serve({
    hubs: [testHub()],
    limits: { pollTimeout: 40, disconnectTimeout: 200 },
  });
  const { connectionToken = '' } = await negotiate(served);
  const poll = () => request(served, `?id=${connectionToken}`);
  await poll();
  await post(served, connectionToken, HELLO);
  await poll();
  const empty = await poll();
  expect([empty.status, await empty.text()]).toEqual([200, '']);
  expect(served.signalr.connectionCount).toBe(1);
  await eventually(() => served.signalr.connectionCount === 0);
  expect((await poll()).status).toBe(404);
});

test('too large a body is refused and ends its connection', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { connectionToken = '' } = await negotiate(served);
  await request(served, `?id=${connectionToken}`);
  expect((await post(served, connectionToken, 'x'.repeat(300_000))).status).toBe(413);
  expect((await request(served, `?id=${connectionToken}`)).status).toBe(404);
});

test('pages of allowed origins may read the answers; others are refused', async () => {
  const origin = 'https://good.example';
  await using served = await serve({ hubs: [testHub()], origins: (asked) => asked === origin });
  const allowed = await request(served, '/negotiate', { method: 'POST', headers: { origin } });
  expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
  expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
  const preflight = await request(served, '/negotiate', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-headers': 'x-requested-with' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe('x-requested-with');
  const evil = { origin: 'https://evil.example' };
  expect((await request(served, '/negotiate', { method: 'POST', headers: evil })).status).toBe(403);
  const socketUrl = `${served.address}/signalr/test?access_token=ann`;
  await expect(rawSocket(socketUrl, evil)).rejects.toThrow('403');
  await rawSocket(socketUrl, { origin });
  await rawSocket(socketUrl, { origin: served.address });
});
