import { expect, test } from 'vitest';
import { helloSocket, rawSocket } from '../testing/raw-socket.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const END = '\x1e';

async function connected() {
  const served = await serve({ hubs: [testHub()] });
  const url = `${served.address}/signalr/test?access_token=ann`;
  return { served, url, socket: await helloSocket(url) };
}

// Sent by the client, answered by the server, byte for byte.
const calls: readonly [string, string, readonly string[]][] = [
  [
    'a call with a result',
    '{"type":1,"invocationId":"0","target":"echo","arguments":[{"a":[1,"é"]}]}',
    ['{"type":3,"invocationId":"0","result":{"a":[1,"é"]}}'],
  ],
  [
    'a call with headers and properties nobody knows',
    '{"arguments":[1],"headers":{"x":"y"},"extra":1,"target":"ECHO","invocationId":"z","type":1}',
    ['{"type":3,"invocationId":"z","result":1}'],
  ],
  [
    'a call that returns nothing',
    '{"type":1,"invocationId":"1","target":"nothing","arguments":[]}',
    ['{"type":3,"invocationId":"1","result":null}'],
  ],
  [
    'a call that is refused',
    '{"type":1,"invocationId":"2","target":"refuse","arguments":[]}',
    [
      `{"type":3,"invocationId":"2","error":"An unexpected error occurred invoking 'refuse' on the server. HubException: Not today."}`,
    ],
  ],
  [
    'a call of a method that is not there',
    '{"type":1,"invocationId":"3","target":"Nope","arguments":[]}',
    [`{"type":3,"invocationId":"3","error":"Unknown hub method 'Nope'"}`],
  ],
  [
    'a push to the caller',
    '{"type":1,"target":"tellMe","arguments":["a",2]}',
    ['{"type":1,"target":"told","arguments":["a",2]}'],
  ],
  [
    'a stream',
    '{"type":4,"invocationId":"s","target":"count","arguments":[2]}',
    [
      '{"type":2,"invocationId":"s","item":1}',
      '{"type":2,"invocationId":"s","item":2}',
      '{"type":3,"invocationId":"s"}',
    ],
  ],
  [
    'a call with too many streams',
    '{"type":1,"invocationId":"4","target":"echo","arguments":[],"streamIds":["1"]}',
    [
      `{"type":3,"invocationId":"4","error":"An unexpected error occurred invoking 'echo' on the server. HubException: Client sent 1 stream(s), Hub method expects 0."}`,
    ],
  ],
];

test.each(calls)('JSON: %s', async (_name, sent, answers) => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(sent + END);
  for (const answer of answers) expect(await socket.next()).toBe(answer + END);
});

test('JSON: a stream of the client, several messages in a frame, and messages split over frames', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(
    `{"type":1,"invocationId":"1","target":"sum","arguments":[],"streamIds":["u"]}${END}{"type":2,"invocationId":"u","item":20}${END}{"type":2,"invo`,
  );
  socket.send(`cationId":"u","item":22}${END}{"type":3,"invocationId":"u"}`);
  socket.send(END);
  expect(await socket.next()).toBe(`{"type":3,"invocationId":"1","result":42}${END}`);
});

test('JSON: a cancelled stream ends without an error, and what is cancelled twice or unknown is passed over', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(`{"type":4,"invocationId":"e","target":"endless","arguments":[]}${END}`);
  expect(await socket.next()).toBe(`{"type":2,"invocationId":"e","item":1}${END}`);
  const cancel = `{"type":5,"invocationId":"e"}${END}`;
  socket.send(`${cancel}${cancel}{"type":5,"invocationId":"nobody"}${END}`);
  let last = '';
  while (!last.includes('"type":3')) last = String(await socket.next());
  expect(last).toBe(`{"type":3,"invocationId":"e"}${END}`);
});

test('JSON: an id in use is refused', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  const call = `{"type":4,"invocationId":"e","target":"endless","arguments":[]}${END}`;
  socket.send(call + call);
  let next = '';
  while (!next.includes('"type":3')) next = String(await socket.next());
  expect(next).toBe(`{"type":3,"invocationId":"e","error":"Invocation ID 'e' is already in use."}${END}`);
});

test('JSON: the client’s answer to a question is no call', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(`{"type":1,"invocationId":"1","target":"ask","arguments":["why?"]}${END}`);
  const asked = JSON.parse(String(await socket.next()).slice(0, -1)) as { invocationId: string };
  expect(asked).toMatchObject({ type: 1, target: 'question', arguments: ['why?'] });
  socket.send(`{"type":3,"invocationId":"${asked.invocationId}","result":"because"}${END}`);
  expect(await socket.next()).toBe(`{"type":3,"invocationId":"1","result":"because"}${END}`);
});

const handshakes: readonly [string, string][] = [
  ['{"protocol":"xml","version":1}', "The protocol 'xml' is not supported."],
  ['{"protocol":"json","version":3}', "The server does not support version 3 of the 'json' protocol."],
  ['{"protocol":"json"}', 'An unexpected error occurred during connection handshake.'],
  ['hello', 'An unexpected error occurred during connection handshake.'],
  ['[]', 'An unexpected error occurred during connection handshake.'],
];

test.each(handshakes)('the handshake %s is refused: %s', async (sent, error) => {
  await using served = await serve({ hubs: [testHub()] });
  const socket = await rawSocket(`${served.address}/signalr/test?access_token=ann`);
  socket.send(sent + END);
  expect(await socket.next()).toBe(JSON.stringify({ error }) + END);
  expect(await socket.closed).toBe(1000);
});

const broken: readonly string[] = [
  '{',
  'null',
  '[]',
  '{}',
  '{"type":"1"}',
  '{"type":1}',
  '{"type":1,"target":"echo"}',
  '{"type":1,"target":"echo","arguments":{}}',
  '{"type":1,"target":5,"arguments":[]}',
  '{"type":4,"target":"count","arguments":[]}',
  '{"type":2,"invocationId":"1"}',
  '{"type":3}',
  '{"type":3,"invocationId":"1","result":1,"error":"x"}',
  '{"type":5}',
  '{"type":8}',
  '{"type":1,"target":"echo","arguments":[],"streamIds":[1]}',
  '{"type":1,"target":"echo","arguments":[],"headers":{"a":1}}',
];

test.each(broken)('JSON: %s closes the connection that sent it, and no other', async (sent) => {
  const { served, socket, url } = await connected();
  await using _ = served;
  const other = await helloSocket(url);
  socket.send(sent + END);
  expect(await socket.next()).toBe(
    `{"type":7,"error":"Connection closed with an error.","allowReconnect":true}${END}`,
  );
  expect(await socket.closed).toBe(1000);
  other.send(`{"type":1,"invocationId":"0","target":"echo","arguments":[1]}${END}`);
  expect(await other.next()).toBe(`{"type":3,"invocationId":"0","result":1}${END}`);
});

test('what comes before something malformed in one frame is done first', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(`{"type":1,"invocationId":"0","target":"echo","arguments":[1]}${END}nonsense${END}`);
  expect(await socket.next()).toBe(`{"type":3,"invocationId":"0","result":1}${END}`);
  expect(await socket.next()).toContain('"error":"Connection closed with an error."');
});

test('a message over 64 KB closes its connection; one just below does not', async () => {
  const { served, socket, url } = await connected();
  await using _ = served;
  const message = (length: number) => {
    const empty = `{"type":1,"invocationId":"0","target":"nothing","arguments":[""]}${END}`;
    return empty.replace('""', `"${'x'.repeat(length - empty.length)}"`);
  };
  socket.send(message(65_536));
  expect(await socket.next()).toBe(`{"type":3,"invocationId":"0","result":null}${END}`);
  socket.send(message(65_537));
  expect(await socket.next()).toContain('"type":7');
  const huge = await helloSocket(url);
  huge.socket.on('error', () => {});
  huge.send('x'.repeat(300_000));
  expect(await huge.closed).toBe(1009);
});

test('types that are not known are passed over', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(`{"type":99}${END}{"type":1,"invocationId":"0","target":"echo","arguments":[1]}${END}`);
  expect(await socket.next()).toBe(`{"type":3,"invocationId":"0","result":1}${END}`);
});

test('a client that says goodbye is closed', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(`{"type":7}${END}`);
  expect(await socket.next()).toBe(`{"type":7}${END}`);
  expect(await socket.closed).toBe(1000);
});

test('a server that closes tells its clients to come back', async () => {
  const { served, socket } = await connected();
  await served.signalr.close();
  expect(await socket.next()).toBe(`{"type":7,"allowReconnect":true}${END}`);
  expect(await socket.closed).toBe(1000);
  await served[Symbol.asyncDispose]();
});
