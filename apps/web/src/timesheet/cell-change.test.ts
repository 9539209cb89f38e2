import type { TimesheetEntry } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, cleared, readCell, resized, undoOf, without } from './cell-change.ts';

const date = '2026-11-18' as WallDate;
const subject = { kind: 'item', workItem: { id: 1001, title: '', color: '' } } as const;
const entry = (id: string, length: number, billableLength: number | null = null): TimesheetEntry => ({
  id,
  timestamp: `${date}T00:00:00`,
  hasClockTime: false,
  length,
  billableLength,
  workItemId: 1001,
  comment: '',
  activityTypeId: '',
});
const read = (text: string, entries: readonly TimesheetEntry[] = []) =>
  readCell({ text, date, subject, entries, newId: 'new' });
const writesOf = (text: string, entries?: readonly TimesheetEntry[]) => {
  const reading = read(text, entries);
  return reading.kind === 'change' ? reading.change.writes : reading;
};

test.each(['1:30', '1h30m', '90m', '1.5', '1,5'])(
  '%s typed into an empty cell books an hour and a half',
  (text) => {
    const body = { id: 'new', timestamp: date, length: 5400, workItemId: 1001, comment: '' };
    expect(writesOf(text)).toEqual([{ kind: 'add', body }]);
  },
);

test('a comment’s row books its comment, without a work item', () => {
  const reading = readCell({
    text: '1',
    date,
    subject: { kind: 'comment', comment: 'Mail' },
    entries: [],
    newId: 'n',
  });
  expect(reading).toMatchObject({ change: { writes: [{ body: { workItemId: 0, comment: 'Mail' } }] } });
});

test('one entry takes the length that is typed', () => {
  expect(writesOf('2', [entry('a', 3600)])).toEqual([{ kind: 'change', id: 'a', body: { length: 7200 } }]);
});

test.each(['', '0', '0:00'])('%j takes the time of the cell away, also of several entries', (text) => {
  expect(writesOf(text, [entry('a', 60), entry('b', 60)])).toEqual([
    { kind: 'remove', id: 'a' },
    { kind: 'remove', id: 'b' },
  ]);
  expect(read(text)).toEqual({ kind: 'same' });
});

test('nothing is sent for what is there already', () => {
  expect(read('1:00', [entry('a', 3600)])).toEqual({ kind: 'same' });
});

test.each([
  ['soon', 'unreadable'],
  ['-1', 'negative'],
  ['10000', 'tooLong'],
])('%s is refused', (text, fault) =>
  expect(read(text, [entry('a', 60)])).toEqual({ kind: 'refused', fault }),
);

test('of several entries nobody can say which is meant', () => {
  expect(read('1', [entry('a', 60), entry('b', 60)])).toEqual({ kind: 'refused', fault: 'several' });
});

test('what was billable as a whole stays so, and no more is billable than there is', () => {
  expect(resized([entry('a', 3600, 3600)], 'a', 7200).writes).toMatchObject([
    { body: { billableLength: 7200 } },
  ]);
  expect(resized([entry('a', 3600, 1800)], 'a', 900).writes).toMatchObject([
    { body: { billableLength: 900 } },
  ]);
  expect(resized([entry('a', 3600, 1800)], 'a', 7200).writes).toEqual([
    { kind: 'change', id: 'a', body: { length: 7200 } },
  ]);
});

test('undoing leads back, whatever was done', () => {
  const entries = fc.uniqueArray(
    fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 90_000 }), fc.option(fc.integer({ min: 0, max: 900 }))),
    { selector: ([id]) => id, maxLength: 4 },
  );
  fc.assert(
    fc.property(entries, fc.nat(3), fc.integer({ min: 1, max: 90_000 }), (made, kind, length) => {
      const before = made.map(([id, seconds, billable]) => entry(id, seconds, billable));
      const id = before[0]?.id ?? '';
      const changes = [
        cleared(before),
        without(before, id),
        resized(before, id, length),
        added({ date, subject, length, id: 'new' }, before),
      ];
      const change = changes[kind] ?? cleared(before);
      const server = new Map<string, { length: number; gone: boolean }>(
        before.map((each) => [each.id, { length: each.length, gone: false }]),
      );
      const undo = undoOf(before, change);
      for (const write of [...change.writes, ...undo.writes]) {
        if (write.kind === 'add')
          server.set(write.body.id ?? '', { length: write.body.length ?? 0, gone: false });
        const known = server.get(write.kind === 'add' ? '' : write.id);
        if (write.kind === 'remove' && known) known.gone = true;
        if (write.kind === 'restore' && known) known.gone = false;
        if (write.kind === 'change' && known) known.length = write.body.length ?? known.length;
      }
      const left = [...server].filter(([, { gone }]) => !gone).map(([name, { length: now }]) => [name, now]);
      expect(left).toEqual(before.map((each) => [each.id, each.length]));
      expect(undo.after).toEqual(before);
    }),
  );
});
