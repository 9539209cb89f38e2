import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommand, readWindowAct } from './command-schema.ts';

const subject = { workItem: null, workItemId: null, comment: 'a', activityTypeId: 'x', isBillable: null };

test('commands of the page are read', () => {
  const start = { kind: 'time', command: { kind: 'start', subject } };
  expect(readCommand(start)).toBe(start);
  expect(readCommand({ kind: 'refresh' })).not.toBeNull();
  expect(readWindowAct({ kind: 'open', what: 'apps' })).not.toBeNull();
});

test.each([
  null,
  'refresh',
  { kind: 'evil' },
  { kind: 'refresh', extra: 1 },
  { kind: 'time', command: { kind: 'start', subject: { ...subject, workItemId: -1 } } },
  { kind: 'time', command: { kind: 'start', subject: { ...subject, comment: 'a'.repeat(4001) } } },
  { kind: 'time', command: { kind: 'book', timestamp: 'now', length: 1, subject } },
  { kind: 'resolve', changeId: 'x', choice: 'both' },
])('%o is refused', (value) => {
  expect(readCommand(value)).toBeNull();
});

test('anything at all is answered without a fault', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect([null, value]).toContain(readCommand(value));
      expect(readWindowAct({ kind: 'open', what: value })).toBeNull();
    }),
  );
});
