import { expect, test } from 'vitest';
import { refuse } from '../http/refusal.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { wireClient } from './testing/wire-client.ts';
import { texts } from './wire/texts.ts';

const answerOf = async (response: Response) => [response.status, await response.text()];
const ann = { headers: { authorization: 'Bearer ann' } };

test('requests that break the protocol are refused with the original’s texts, none with 500', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const stranger = await wireClient(served.address, { token: 'bob', transport: 'longPolling' });
  const foreign = { connectionToken: stranger.negotiated.ConnectionToken };

  for (const command of ['connect', 'reconnect', 'poll', 'start', 'send', 'abort']) {
    const asked = async (query: Record<string, string>) => answerOf(await client.post(command, {}, query));
    expect(await asked({ transport: 'pigeon' })).toEqual([400, texts.unknownTransport]);
    expect(await asked({ transport: '' })).toEqual([400, texts.unknownTransport]);
    expect(await asked({ transport: 'foreverFrame' })).toEqual([
      400,
      'foreverFrame is not served: use webSockets, serverSentEvents or longPolling.',
    ]);
    expect(await asked({ connectionToken: '' })).toEqual([400, texts.missingConnectionToken]);
    expect(await asked({ connectionToken: 'nonsense' })).toEqual([400, texts.malformedConnectionToken]);
    expect(await asked(foreign)).toEqual([403, texts.otherUser]);
    expect(await asked({ connectionData: '[{"name":"none"}]' })).toEqual([404, texts.hubNotFound('none')]);
    expect(await asked({ connectionData: '[{"name":"test"},{"name":"TEST"}]' })).toEqual([
      400,
      texts.duplicateHubs,
    ]);
    expect(await asked({ connectionData: '{' })).toEqual([400, 'The connection data is not a list of hubs.']);
    expect(await asked({ callback: 'alert(1)//' })).toEqual([400, 'The callback is no name of a function.']);
  }
  expect(await answerOf(await client.post('poll', { messageId: 'x' }))).toEqual([400, texts.invalidCursor]);
});

test('nobody gets a connection without being admitted', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address);
  expect((await fetch(`${served.address}/signalr/negotiate`)).status).toBe(401);
  expect((await fetch(client.url('connect', { transport: 'longPolling' }))).status).toBe(401);
  await expect(client.socket('connect', { transport: 'longPolling' })).rejects.toThrow(
    texts.unknownTransport,
  );
  const stranger = await wireClient(served.address, { token: 'bob' });
  const { ConnectionToken: connectionToken } = stranger.negotiated;
  await expect(client.socket('connect', { connectionToken })).rejects.toThrow(`403 ${texts.otherUser}`);
  expect(served.signalr.connectionCount).toBe(0);
});

test('a WebSocket’s address is not for other requests', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address);
  for (const command of ['connect', 'reconnect', 'send'])
    expect(await answerOf(await client.get(command))).toEqual([400, texts.notAWebSocket]);
});

test('a connection that is not open cannot be started or sent to', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const client = await wireClient(served.address, { transport: 'serverSentEvents' });
  expect((await client.get('start')).status).toBe(404);
  expect((await client.post('send', { data: '{"H":"test","M":"echo","A":[1],"I":0}' })).status).toBe(404);
  expect((await client.post('abort')).status).toBe(200);
});

test('what opened a connection stays good for it: a token that expires later ends nothing', async () => {
  let expired = false;
  await using served = await serve({
    hubs: [testHub()],
    authorize: ({ token }) =>
      expired || token === null ? refuse(401, 'Expired.') : { user: { name: token }, userId: token },
  });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  await client.post('connect');
  await client.get('start');
  expired = true;
  const data = '{"H":"test","M":"whoAmI","I":0}';
  expect(await (await client.post('send', { data })).text()).toBe(
    '{"R":["ann","classic","longPolling"],"I":"0"}',
  );
  expect(
    (await fetch(client.url('send', { data }), { method: 'POST', headers: { authorization: 'Bearer zoe' } }))
      .status,
  ).toBe(401);
  await client.post('abort');
  expect((await client.post('reconnect')).status).toBe(401);
});

test('messages over the limit are refused', async () => {
  await using served = await serve({ hubs: [testHub()], limits: { messageBytes: 1000 } });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  await client.post('connect');
  await client.get('start');
  const call = (length: number) => ({
    data: JSON.stringify({ H: 'test', M: 'echo', A: ['x'.repeat(length)], I: 0 }),
  });
  expect((await client.post('send', call(900))).status).toBe(200);
  expect((await client.post('send', call(1000))).status).toBe(413);
  expect((await client.post('send', call(100_000))).status).toBe(413);

  const socketClient = await wireClient(served.address);
  const socket = await socketClient.socket();
  socket.send(call(1000).data);
  await socket.closed;
});

test('a failing call is answered, by its number', async () => {
  await using served = await serve({
    hubs: [testHub(), { name: 'strict', methods: { two: { run: () => 2, parameters: 2 } } }],
  });
  const socket = await (await wireClient(served.address)).socket();
  await socket.next();
  const answerTo = async (message: string) => {
    socket.send(message);
    return JSON.parse(await socket.next()) as unknown;
  };
  expect(await answerTo('{"H":"none","M":"m","I":1}')).toEqual({ I: '1', E: texts.hubNotFound('none') });
  expect(await answerTo('{"H":"test","M":"none","I":2}')).toEqual({
    I: '2',
    E: texts.methodNotFound('none'),
  });
  expect(await answerTo('{"H":"Strict","M":"Two","A":[1],"I":3}')).toEqual({
    I: '3',
    E: texts.wrongArguments('Two', 'two(argument1, argument2)'),
  });
  expect(await answerTo('{"H":"test","M":"refuse","I":4}')).toEqual({ I: '4', H: true, E: 'Not today.' });
  expect(await answerTo('{"H":"TEST","M":"Fail","I":5}')).toEqual({
    I: '5',
    E: texts.invocationFailed('TEST', 'Fail'),
  });
  expect(await answerTo('{"H":"test","I":"x"}')).toMatchObject({ I: 'x', E: expect.any(String) });
  socket.send('not even JSON');
  expect(await answerTo('{"H":"test","M":"echo","A":["still here"],"I":6}')).toEqual({
    I: '6',
    R: 'still here',
  });
  expect(served.events).toContainEqual(expect.objectContaining({ kind: 'methodFailed', method: 'fail' }));
});

test('a hub that refuses a connection refuses start', async () => {
  await using served = await serve({
    hubs: [
      {
        name: 'test',
        methods: {},
        connected: () => {
          throw new Error('a secret of the server');
        },
      },
    ],
  });
  const client = await wireClient(served.address);
  const socket = await client.socket();
  expect(await answerOf(await client.get('start'))).toEqual([500, 'The connection could not be opened.']);
  await socket.closed;
  expect(served.signalr.connectionCount).toBe(0);
});

test('every answer forbids guessing its type, and none but an allowed page may read it', async () => {
  await using served = await serve({
    hubs: [testHub()],
    origins: (origin) => origin === 'https://good.example',
  });
  const asked = (command: string, origin: string) =>
    fetch(`${served.address}/signalr/${command}`, { headers: { ...ann.headers, origin } });
  for (const command of ['negotiate', 'ping', 'hubs', 'js', 'connect', 'start', 'send', 'poll', 'abort']) {
    const good = await asked(command, 'https://good.example');
    expect(good.headers.get('x-content-type-options')).toBe('nosniff');
    expect(good.headers.get('access-control-allow-origin')).toBe('https://good.example');
    expect(good.headers.get('access-control-allow-credentials')).toBe('true');
    const bad = await asked(command, 'https://bad.example');
    expect([bad.status, bad.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  }
});
