import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textLines } from './text-lines.ts';

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('gives back the lines, wherever the bytes are cut', async () => {
  const line = fc
    .string({ unit: 'binary' })
    .map((text) => `x${text.replaceAll('\n', '\u2028').toWellFormed()}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (lines, size, ended) => {
        const text = lines.join('\n') + (ended && lines.length > 0 ? '\n' : '');
        const read: string[] = [];
        for await (const each of textLines(inParts(new TextEncoder().encode(text), size))) read.push(each);
        expect(read).toEqual(lines);
      },
    ),
  );
});
