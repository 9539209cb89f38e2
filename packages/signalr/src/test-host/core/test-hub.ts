import { Readable } from 'node:stream';
import { cookiesOf } from '../../http/request.ts';
import { defineHub, type HubDefinition } from '../../hub/definition.ts';

/** Fails as .NET names it: the suites compare the whole text. */
class InvalidOperation extends Error {
  override readonly name = 'InvalidOperationException';
}

const bytes = Uint8Array.of(1, 2, 3);
const guid = '00010203-0405-0607-0706-050403020100';

/** The hub that the official functional suite of the Core client calls. */
function testHub(name: string): HubDefinition<string> {
  return defineHub<string>({
    name,
    methods: {
      Echo: (_context, message) => message,
      GetCallerConnectionId: ({ connection }) => connection.id,
      GetNumRedirects: ({ connection }) => Number(connection.query.get('numRedirects')),
      ThrowException: (_context, message) => {
        throw new InvalidOperation(String(message));
      },
      InvokeWithString: ({ clients }, message) => clients.caller.send('Message', message),
      SendCustomObject: ({ clients }, given) => clients.caller.send('CustomObject', given),
      Stream: async function* () {
        yield* ['a', 'b', 'c'];
      },
      InfiniteStream: {
        streams: true,
        run: ({ signal, clients }) => {
          signal.addEventListener('abort', () => clients.caller.send('StreamCanceled'));
          return never();
        },
      },
      StreamingConcat: {
        uploads: 1,
        run: async (_context, stream) => {
          let all = '';
          for await (const item of stream as AsyncIterable<unknown>) all += String(item);
          return all;
        },
      },
      EmptyStream: { streams: true, run: () => Readable.from([]) },
      StreamThrowException: {
        streams: true,
        run: (_context, message) => {
          throw new InvalidOperation(String(message));
        },
      },
      GetActiveTransportName: ({ connection }) => connection.transport,
      EchoComplexObject: (_context, given) => given,
      SendComplexObject: ({ connection }) => complexObject(connection.format === 'Binary'),
      GetContentTypeHeader: ({ connection }) => connection.headers['content-type'] ?? null,
      GetHeader: ({ connection }, header) => connection.headers[String(header).toLowerCase()] ?? null,
      GetCookie: ({ connection }, cookie) =>
        cookiesOf(connection.headers.cookie ?? '')[String(cookie)] ?? null,
    },
  });
}

/** As .NET would write it: bytes and times are values of their own in MessagePack only. */
function complexObject(isBinary: boolean) {
  const time = new Date('2000-01-01T00:00:00Z');
  return {
    String: 'hello world',
    IntArray: [1, 2, 3],
    ByteArray: isBinary ? bytes : Buffer.from(bytes).toString('base64'),
    Guid: guid,
    DateTime: isBinary ? time : '2000-01-01T00:00:00Z',
  };
}

/** A stream of which nothing comes. */
function never(): AsyncIterable<string> {
  return { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
}

/** A hub whose constructor fails. */
const uncreatableHub = defineHub<string>({
  name: 'uncreatable',
  connected: () => {
    throw new InvalidOperation(
      "Unable to resolve service for type 'System.Object' while attempting to activate 'FunctionalTests.UncreatableHub'.",
    );
  },
  methods: {},
});

const authorizedHub = defineHub<string>({
  name: 'authorizedhub',
  methods: { Echo: (_context, message) => message },
});

export const coreHubs: readonly HubDefinition<string>[] = [
  testHub('testhub'),
  { ...testHub('testhub-nowebsockets'), transports: ['ServerSentEvents', 'LongPolling'] },
  uncreatableHub,
  authorizedHub,
];
