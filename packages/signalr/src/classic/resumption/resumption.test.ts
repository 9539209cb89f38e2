import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorText, readCursor } from './cursor.ts';
import { MessageLog } from './message-log.ts';

const kept = { count: 1000, length: 1_000_000 };

test('a cursor reads as it was written', () => {
  expect(cursorText({ log: '4F0C21A9', position: 31 })).toBe('d-4F0C21A9,1F');
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,16}$/), fc.maxSafeInteger(), (log, number) => {
      const cursor = { log, position: Math.abs(number) % 2 ** 50 };
      expect(readCursor(cursorText(cursor))).toEqual(cursor);
    }),
  );
});

test.each([
  '',
  'd-',
  'd-A',
  'd-A,',
  'd-A,G',
  'd-A,-1',
  'd-a,1',
  's-A,1',
  'd-A,1|B,2',
  `d-A,${'F'.repeat(14)}`,
])('%j is no cursor', (text) => {
  expect(readCursor(text)).toBeUndefined();
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^d-[0-9A-Z]*,[0-9A-F]*$/)), (text) => {
      const cursor = readCursor(text);
      if (cursor !== undefined) expect(Number.isSafeInteger(cursor.position)).toBe(true);
    }),
  );
});

test('a log gives back exactly what came after a position, while it is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(), fc.integer({ min: 1, max: 20 }), (messages, at, count) => {
      const log = new MessageLog({ count, length: 1_000_000 });
      messages.forEach((message) => log.append(message));
      const position = at % (messages.length + 1);
      expect(log.end).toBe(messages.length);
      expect(log.from(position)).toEqual(messages.slice(Math.max(position, messages.length - count)));
    }),
  );
});

test('a log keeps no more than its length, but always the newest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 30 })),
      fc.integer({ min: 1, max: 50 }),
      (messages, length) => {
        const log = new MessageLog({ count: 1000, length });
        messages.forEach((message) => log.append(message));
        const left = log.from(0);
        expect(left).toEqual(messages.slice(messages.length - left.length));
        if (left.length > 1) expect(left.join('').length).toBeLessThanOrEqual(length);
        if (messages.length > 0) expect(left.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('a thousand messages are kept, the oldest is forgotten first', () => {
  const log = new MessageLog(kept);
  for (let number = 0; number < 1001; number += 1) log.append(String(number));
  expect(log.from(0)).toHaveLength(1000);
  expect(log.from(0)[0]).toBe('1');
});

test('a cursor of this log is a position, one of another log or of the future is not', () => {
  const log = new MessageLog(kept);
  log.append('a');
  expect(log.positionOf(cursorText({ log: log.id, position: 1 }))).toBe(1);
  expect(log.positionOf(cursorText({ log: log.id, position: 2 }))).toBeUndefined();
  expect(log.positionOf(cursorText({ log: new MessageLog(kept).id, position: 0 }))).toBeUndefined();
  expect(log.positionOf('nonsense')).toBeUndefined();
});
