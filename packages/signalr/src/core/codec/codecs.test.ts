import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Completion, CoreMessage } from '../messages.ts';
import type { Codec, Decoder } from './codec.ts';
import { jsonCodec } from './json.ts';
import { messagePackCodec } from './messagepack.ts';
import { readVarint, varintSize, writeVarint } from './varint.ts';

const limits = { messageBytes: 64 * 1024 };

const id = fc.string({ minLength: 1, unit: 'grapheme' });
/** What both formats can say. */
const value = fc
  .jsonValue({ stringUnit: 'grapheme' })
  .map((given) => JSON.parse(JSON.stringify(given)) as unknown);
const args = fc.array(value, { maxLength: 4 });
const streamIds = fc.array(id, { maxLength: 3 });
const outcome: fc.Arbitrary<Completion['outcome']> = fc.oneof(
  fc.constant({ kind: 'nothing' } as const),
  fc.record({ kind: fc.constant('result' as const), result: value }),
  fc.record({ kind: fc.constant('error' as const), error: id }),
);

const message: fc.Arbitrary<CoreMessage> = fc.oneof(
  fc.record({
    type: fc.constant(1 as const),
    invocationId: fc.option(id),
    target: id,
    arguments: args,
    streamIds,
  }),
  fc.record({ type: fc.constant(4 as const), invocationId: id, target: id, arguments: args, streamIds }),
  fc.record({ type: fc.constant(2 as const), invocationId: id, item: value }),
  fc.record({ type: fc.constant(3 as const), invocationId: id, outcome }),
  fc.record({ type: fc.constant(5 as const), invocationId: id }),
  fc.constant({ type: 6 } as const),
  fc.record({ type: fc.constant(7 as const), error: fc.option(id), allowReconnect: fc.boolean() }),
  fc.record({ type: fc.constantFrom(8 as const, 9 as const), sequenceId: fc.nat() }),
);

function pushed(decoder: Decoder, data: Buffer): CoreMessage[] {
  const messages: CoreMessage[] = [];
  decoder.push(data, (each) => messages.push(each));
  return messages;
}

/** Cuts bytes at the given fractions of their length. */
function cut(data: Buffer, fractions: readonly number[]): Buffer[] {
  const points = fractions.map((fraction) => Math.floor(fraction * data.length)).sort((a, b) => a - b);
  return [...points, data.length].map((point, index) => data.subarray(points[index - 1] ?? 0, point));
}

describe.each<[string, Codec]>([
  ['JSON', jsonCodec],
  ['MessagePack', messagePackCodec],
])('%s', (_name, codec) => {
  test('what is written is read again, however it is cut into pieces', () => {
    const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fractions, (messages, cuts) => {
        const data = Buffer.concat(messages.map((each) => codec.encode(each)));
        const decoder = codec.decoder(limits);
        const read = cut(data, cuts).flatMap((piece) => pushed(decoder, Buffer.from(piece)));
        expect(read).toEqual(messages);
      }),
    );
  });

  test('any bytes are messages or a ProtocolError, never another failure', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (pieces) => {
        const decoder = codec.decoder(limits);
        try {
          for (const piece of pieces) pushed(decoder, Buffer.from(piece));
        } catch (error) {
          expect((error as Error).name).toBe('InvalidDataException');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a message longer than is allowed is refused, in one piece or while it comes', () => {
    const long = codec.encode({ type: 2, invocationId: '1', item: 'x'.repeat(70_000) });
    const tooLong = 'The maximum message size of 65536B was exceeded.';
    expect(() => pushed(codec.decoder(limits), long)).toThrow(tooLong);
    const decoder = codec.decoder(limits);
    expect(pushed(decoder, long.subarray(0, 60_000))).toEqual([]);
    expect(() => pushed(decoder, long.subarray(60_000, 68_000))).toThrow(tooLong);
  });
});

test('a length prefix is read as it was written, and takes the bytes that were foretold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x7fff_ffff }), (length) => {
      const buffer = Buffer.alloc(8);
      const end = writeVarint(buffer, length);
      expect(end).toBe(varintSize(length));
      expect(readVarint(buffer, 0)).toEqual({ value: length, next: end });
      expect(readVarint(buffer.subarray(0, end - 1), 0)).toBeNull();
    }),
  );
});

test('the examples of the specification', () => {
  const xyz = 'xyz';
  const frames: readonly [CoreMessage, string][] = [
    [
      { type: 1, invocationId: xyz, target: 'method', arguments: [42], streamIds: [] },
      '119601 80a378797aa66d6574686f64912a90',
    ],
    [
      { type: 1, invocationId: null, target: 'method', arguments: [42], streamIds: [] },
      '0e9601 80c0a66d6574686f64912a90',
    ],
    [{ type: 2, invocationId: xyz, item: 42 }, '0894 02 80a378797a2a'],
    [
      { type: 3, invocationId: xyz, outcome: { kind: 'error', error: 'Error' } },
      '0e95 03 80a378797a01a54572726f72',
    ],
    [{ type: 3, invocationId: xyz, outcome: { kind: 'nothing' } }, '0894 03 80a378797a02'],
    [{ type: 3, invocationId: xyz, outcome: { kind: 'result', result: 42 } }, '0995 03 80a378797a032a'],
    [{ type: 5, invocationId: xyz }, '0793 05 80a378797a'],
    [{ type: 6 }, '029106'],
    [{ type: 7, error: xyz, allowReconnect: false }, '069207a378797a'],
    [{ type: 7, error: xyz, allowReconnect: true }, '079307a378797ac3'],
    [{ type: 8, sequenceId: 36 }, '03920824'],
    [{ type: 9, sequenceId: 19 }, '03920913'],
  ];
  for (const [given, expected] of frames) {
    expect(messagePackCodec.encode(given).toString('hex')).toBe(expected.replaceAll(' ', ''));
  }
});
