import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { wireClient } from './testing/wire-client.ts';

/** Cursors differ from run to run; their positions do not. */
const plain = (text: string) => text.replace(/"d-[0-9A-F]{8},/, '"d-X,');

test('negotiate answers what the original does', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const { negotiated } = await wireClient(served.address);
  expect(negotiated).toEqual({
    Url: '/signalr',
    ConnectionToken: expect.stringMatching(/^[\w-]{50,}$/),
    ConnectionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    KeepAliveTimeout: 20,
    DisconnectTimeout: 30,
    ConnectionTimeout: 110,
    TryWebSockets: true,
    ProtocolVersion: '2.0',
    TransportConnectTimeout: 5,
    LongPollDelay: 0,
  });
});

test('a WebSocket from connect to abort', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  expect(plain(await socket.next())).toBe('{"C":"d-X,0","S":1,"M":[]}');
  expect(await (await client.get('start')).text()).toBe('{"Response":"started"}');

  socket.send('{"H":"test","M":"Echo","A":[{"a":1}],"I":0}');
  expect(await socket.next()).toBe('{"R":{"a":1},"I":"0"}');
  socket.send('{"H":"TEST","M":"tellMe","A":["hi",2],"I":1}');
  expect(plain(await socket.next())).toBe('{"C":"d-X,1","M":[{"H":"test","M":"told","A":["hi",2]}]}');
  expect(await socket.next()).toBe('{"I":"1"}');

  const aborted = await client.post('abort');
  expect([aborted.status, await aborted.text()]).toEqual([200, '']);
  await socket.closed;
  expect(served.signalr.connectionCount).toBe(0);
});

test('an event stream from connect to abort', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'serverSentEvents' });
  const events = await client.events();
  expect(await events.next()).toBe('data: initialized');
  expect(plain(await events.next())).toBe('data: {"C":"d-X,0","S":1,"M":[]}');
  await client.get('start');

  const sent = await client.post('send', { data: '{"H":"test","M":"tellMe","A":["hi"],"I":0}' });
  expect([sent.headers.get('content-type'), await sent.text()]).toEqual([
    'application/json; charset=UTF-8',
    '{"I":"0"}',
  ]);
  expect(plain(await events.next())).toBe('data: {"C":"d-X,1","M":[{"H":"test","M":"told","A":["hi"]}]}');

  await client.post('abort');
  await events.closed;
});

test('polls from connect to abort', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const first = await (await client.post('connect')).text();
  expect(plain(first)).toBe('{"C":"d-X,0","S":1,"M":[]}');
  await client.get('start');

  const { C: messageId } = JSON.parse(first) as { C: string };
  const poll = await client.post('poll', { messageId });
  expect(poll.headers.get('content-type')).toBe('application/json; charset=UTF-8');
  const text = poll.text();
  await client.post('send', { data: '{"H":"test","M":"tellMe","A":["hi"],"I":0}' });
  expect(plain((await text).trim())).toBe('{"C":"d-X,1","M":[{"H":"test","M":"told","A":["hi"]}]}');

  const again = await (await client.post('poll', { messageId })).text();
  expect(plain(again)).toBe('{"C":"d-X,1","M":[{"H":"test","M":"told","A":["hi"]}]}');

  const last = (await client.post('poll', { messageId: (JSON.parse(again) as { C: string }).C })).text();
  await client.post('abort');
  expect(plain((await last).trim())).toBe('{"C":"d-X,1","M":[]}');
});

test('signs of life on every transport', async () => {
  await using served = await serve({ hubs: [testHub()], classic: { keepAlive: 20 } });
  const socket = await (await wireClient(served.address)).socket();
  expect([await socket.next(), await socket.next()][1]).toBe('{}');
  const events = await (await wireClient(served.address, { transport: 'serverSentEvents' })).events();
  expect([await events.next(), await events.next(), await events.next()][2]).toBe('data: {}');
});
