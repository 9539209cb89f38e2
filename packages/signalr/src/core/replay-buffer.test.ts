import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CoreMessage } from './messages.ts';
import { ReplayBuffer } from './replay-buffer.ts';

const call: CoreMessage = { type: 1, invocationId: null, target: 'x', arguments: [], streamIds: [] };

test('only what is not acknowledged is sent again, and its number told', () => {
  const buffer = new ReplayBuffer();
  for (const text of ['one', 'two', 'three']) buffer.keep(Buffer.from(text));
  buffer.acknowledge(2);
  buffer.acknowledge(1);
  expect(buffer.keptBytes).toBe(5);
  expect(buffer.resume()).toEqual({ sequenceId: 3, again: [Buffer.from('three')] });
  buffer.acknowledge(99);
  expect(buffer.keptBytes).toBe(0);
  expect(buffer.resume()).toEqual({ sequenceId: 4, again: [] });
});

test('what came before is passed over; pings are not counted', () => {
  const buffer = new ReplayBuffer();
  expect([call, { type: 6 } as const, call].map((message) => buffer.accepts(message))).toEqual([
    true,
    true,
    true,
  ]);
  expect(buffer.toAcknowledge()).toBe(2);
  expect(buffer.toAcknowledge()).toBeNull();
  buffer.resume();
  expect(buffer.accepts(call)).toBe(false);
  const sequence = { type: 9, sequenceId: 2 } as const;
  expect(buffer.accepts(sequence)).toBe(true);
  buffer.restart(sequence);
  expect([call, call].map((message) => buffer.accepts(message))).toEqual([false, true]);
});

test('a client that says it sent more than came has lost something', () => {
  const buffer = new ReplayBuffer();
  buffer.accepts(call);
  expect(() => buffer.restart({ type: 9, sequenceId: 3 })).toThrow(
    "Sequence ID greater than amount of messages we've received.",
  );
});

test('two buffers over a line that breaks anywhere pass on each message once, in order', () => {
  // Each number: how many messages are sent, how many of those arrive before the line breaks, and whether the reader acknowledges.
  const round = fc.tuple(fc.nat(6), fc.nat(6), fc.boolean());
  fc.assert(
    fc.property(fc.array(round, { maxLength: 20 }), (rounds) => {
      const [sender, reader] = [new ReplayBuffer(), new ReplayBuffer()];
      const heard: string[] = [];
      let sent = 0;
      const arrive = (data: Buffer) => {
        if (reader.accepts(call)) heard.push(data.toString());
      };
      for (const [count, arriving, acknowledges] of [...rounds, [0, 0, true] as const]) {
        for (let index = 0; index < count; index += 1) {
          const data = Buffer.from(String((sent += 1)));
          sender.keep(data);
          if (index < arriving) arrive(data);
        }
        const acknowledged = acknowledges ? reader.toAcknowledge() : null;
        if (acknowledged !== null) sender.acknowledge(acknowledged);
        const { sequenceId, again } = sender.resume();
        reader.resume();
        reader.accepts({ type: 9, sequenceId });
        reader.restart({ type: 9, sequenceId });
        for (const data of again) arrive(data);
      }
      expect(heard).toEqual(Array.from({ length: sent }, (_, index) => String(index + 1)));
    }),
  );
});
