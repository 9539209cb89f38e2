import { decode, encode } from '@msgpack/msgpack';
import { expect, test } from 'vitest';
import { helloSocket, rawSocket } from '../testing/raw-socket.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

/** A frame as written down in the protocol's specification. */
function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

async function connected() {
  const served = await serve({ hubs: [testHub()] });
  return {
    served,
    socket: await helloSocket(`${served.address}/signalr/test?access_token=ann`, 'messagepack'),
  };
}

test('the handshake of a binary connection is JSON in a binary frame', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const socket = await rawSocket(`${served.address}/signalr/test?access_token=ann`);
  socket.send('{"protocol":"messagepack","version":1}\x1e');
  expect(await socket.next()).toEqual(Buffer.from('{}\x1e'));
});

const golden: readonly [string, string, readonly string[]][] = [
  // [1, {}, "xyz", "echo", [42], []] → [3, {}, "xyz", 3, 42]
  ['a call with a result', '0f 96 01 80 a3 78797a a4 6563686f 91 2a 90', ['09 95 03 80 a3 78797a 03 2a']],
  // Without the list of streams, as older clients send it.
  ['a call of an older client', '0e 95 01 80 a3 78797a a4 6563686f 91 2a', ['09 95 03 80 a3 78797a 03 2a']],
  // [4, {}, "xyz", "count", [1], []] → [2, {}, "xyz", 1], [3, {}, "xyz", 2]
  [
    'a stream',
    '10 96 04 80 a3 78797a a5 636f756e74 91 01 90',
    ['08 94 02 80 a3 78797a 01', '08 94 03 80 a3 78797a 02'],
  ],
  // [1, {}, nil, "tellMe", [42], []] → [1, {}, nil, "told", [42], []]
  [
    'a push to the caller',
    '0e 96 01 80 c0 a6 74656c6c4d65 91 2a 90',
    ['0c 96 01 80 c0 a4 746f6c64 91 2a 90'],
  ],
];

test.each(golden)('MessagePack: %s', async (_name, sent, answers) => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(hex(sent));
  for (const answer of answers)
    expect(((await socket.next()) as Buffer).toString('hex')).toBe(hex(answer).toString('hex'));
});

test('MessagePack: an error, and messages longer than a byte can tell, split anywhere', async () => {
  const { served, socket } = await connected();
  await using _ = served;
  const long = 'x'.repeat(300);
  const body = encode([1, {}, '1', 'echo', [long], []]);
  const frame = Buffer.concat([Buffer.from([0x80 | (body.length & 0x7f), body.length >> 7]), body]);
  socket.send(frame.subarray(0, 1));
  socket.send(frame.subarray(1, 200));
  socket.send(frame.subarray(200));
  const answer = (await socket.next()) as Buffer;
  expect(decode(answer.subarray(2))).toEqual([3, {}, '1', 3, long]);
  const refused = encode([1, {}, '2', 'refuse', [], []]);
  socket.send(Buffer.concat([Buffer.from([refused.length]), refused]));
  expect(decode(((await socket.next()) as Buffer).subarray(1))).toEqual([
    3,
    {},
    '2',
    1,
    "An unexpected error occurred invoking 'refuse' on the server. HubException: Not today.",
  ]);
});

const broken: readonly [string, string][] = [
  ['a length over 2 GB', 'ff ff ff ff 7f'],
  ['no array', '01 2a'],
  ['an empty array', '01 90'],
  ['a type that is no number', '03 91 a1 31'],
  ['bytes that are no MessagePack', '01 c1'],
  ['more than one value', '03 91 06 00'],
  ['a call without a method', '05 93 01 80 c0 90'],
  ['headers that are no map', '06 96 01 c0 c0 c0 90 90'],
  ['a completion of an unknown kind', '08 94 03 80 a3 78797a 09'],
];

test.each(broken)('MessagePack: %s closes the connection', async (_name, sent) => {
  const { served, socket } = await connected();
  await using _ = served;
  socket.send(hex(sent));
  const frame = (await socket.next()) as Buffer;
  expect(decode(frame.subarray(1))).toEqual([7, 'Connection closed with an error.', true]);
  expect(await socket.closed).toBe(1000);
});
