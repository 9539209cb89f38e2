import fc from 'fast-check';
import { expect, test } from 'vitest';
import { helloSocket } from '../testing/raw-socket.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { frameOf } from './web-socket-frame.ts';

test('the head tells the kind and the length, in two, four or ten bytes', () => {
  const head = (length: number, binary: boolean, bytes: number) =>
    frameOf(Buffer.alloc(length), binary).subarray(0, bytes).toString('hex');
  expect(head(0, false, 2)).toBe('8100');
  expect(head(125, true, 2)).toBe('827d');
  expect(head(126, false, 4)).toBe('817e007e');
  expect(head(65_535, false, 4)).toBe('817effff');
  expect(head(65_536, true, 10)).toBe('827f0000000000010000');
});

test('messages of any length arrive whole and in order', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const socket = await helloSocket(`${served.address}/signalr/test?access_token=ann`);
  const length = fc.oneof(fc.nat(200), fc.nat(70_000), fc.constantFrom(100, 65_400, 65_535, 65_536));
  await fc.assert(
    fc.asyncProperty(fc.array(length, { maxLength: 5 }), async (lengths) => {
      const texts = lengths.map((count) => 'é'.repeat(count));
      for (const text of texts) served.signalr.clients('test').all.send('told', text);
      for (const text of texts)
        expect(await socket.next()).toBe(`{"type":1,"target":"told","arguments":["${text}"]}\x1e`);
    }),
    { numRuns: 30 },
  );
});
