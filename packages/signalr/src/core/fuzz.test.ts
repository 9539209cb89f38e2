import { Encoder } from '@msgpack/msgpack';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { helloSocket } from '../testing/raw-socket.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

const anything = fc.anything({ maxDepth: 2, withNullPrototype: false });
const method = fc.constantFrom(
  'echo',
  'tellMe',
  'count',
  'sum',
  'double',
  'ask',
  'join',
  '__proto__',
  'constructor',
  '',
);
const shortId = fc.constantFrom('0', '1', '2', '', null, 7);

/** Half right messages: the right properties with wrong values, wrong types, missing parts. */
const halfRight = fc.record(
  {
    type: fc.oneof(fc.integer({ min: -1, max: 12 }), anything),
    invocationId: shortId,
    target: method,
    arguments: fc.oneof(fc.array(fc.jsonValue(), { maxLength: 3 }), fc.jsonValue()),
    streamIds: fc.oneof(fc.array(shortId, { maxLength: 2 }), fc.jsonValue()),
    item: fc.jsonValue(),
    result: fc.jsonValue(),
    error: fc.oneof(fc.string(), fc.jsonValue()),
    sequenceId: fc.oneof(fc.integer(), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

const jsonFrame = fc.oneof(
  halfRight.map((given) => {
    try {
      return Buffer.from(`${JSON.stringify(given)}\x1e`);
    } catch {
      return Buffer.from('\x1e');
    }
  }),
  fc.string().map((text) => Buffer.from(`${text}\x1e`)),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
);

const encoder = new Encoder();
const halfRightArray = fc.tuple(
  fc.integer({ min: -1, max: 12 }),
  fc.oneof(fc.constant({}), fc.jsonValue()),
  shortId,
  fc.oneof(method, fc.jsonValue()),
  fc.array(fc.jsonValue(), { maxLength: 3 }),
  fc.oneof(fc.array(shortId, { maxLength: 2 }), fc.jsonValue()),
);
const binaryFrame = fc.oneof(
  fc.tuple(halfRightArray, fc.nat(6)).map(([given, length]) => {
    const body = encoder.encode(given.slice(0, length));
    return Buffer.concat([Buffer.from([0x80 | (body.length & 0x7f), body.length >> 7]), body]);
  }),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
);

test.each([
  ['json', jsonFrame],
  ['messagepack', binaryFrame],
] as const)(
  'fuzzed frames (%s) never break the server, nor reach or touch anybody else',
  async (protocol, frame) => {
    await using served = await serve({ hubs: [testHub()], limits: { answerTimeout: 50 } });
    const url = `${served.address}/signalr/test?access_token=`;
    const bob = await helloSocket(`${url}bob`);
    const toBob: unknown[] = [];
    bob.socket.on('message', (data: Buffer) => toBob.push(data.toString()));

    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 5 }), async (frames) => {
        const eve = await helloSocket(`${url}eve`, protocol);
        for (const each of frames) eve.send(each);
        eve.socket.close();
        await eve.closed;
      }),
      { numRuns: 150 },
    );

    expect(toBob).toEqual([]);
    bob.send('{"type":1,"invocationId":"0","target":"whoAmI","arguments":[]}\x1e');
    expect(await bob.next()).toBe('{"type":3,"invocationId":"0","result":["bob","core","WebSockets"]}\x1e');
    const failures = served.events.filter(({ kind }) => kind === 'failed');
    expect(failures).toEqual([]);
  },
);

test('fuzzed requests are answered, none with a failure of the server', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const piece = fc.oneof(
    fc.constantFrom(
      'test',
      'negotiate',
      'id=x',
      '?',
      '/',
      '&',
      '%',
      '%zz',
      '..',
      'negotiateVersion=1',
      'access_token=eve',
    ),
    fc.webPath(),
    fc.webQueryParameters(),
  );
  const methodName = fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'OPTIONS', 'HEAD');
  const accept = fc.constantFrom('text/event-stream', '*/*', ',;', '');
  await fc.assert(
    fc.asyncProperty(
      methodName,
      fc.array(piece, { maxLength: 6 }),
      accept,
      async (verb, pieces, accepted) => {
        const response = await fetch(`${served.address}/signalr/${pieces.join('')}`, {
          method: verb,
          headers: { accept: accepted },
        });
        await response.body?.cancel();
        expect(response.status).toBeLessThan(500);
      },
    ),
    { numRuns: 200 },
  );
});
