import { instant } from '@stint/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueueEvent } from '../changes/queue.ts';
import { DiskFullError } from '../ports.ts';
import { createMemoryFiles } from '../testing/memory-files.ts';
import { about } from '../testing/world.ts';
import { crc32 } from './crc32.ts';
import { openJournal } from './journal.ts';
import { lineOf, readLines } from './line.ts';

const booked = (id: string): QueueEvent => ({
  type: 'added',
  change: { kind: 'book', id, startedAt: instant(0), length: 60, subject: about(id), isTracked: false },
});
const ids = (queue: { readonly changes: readonly { readonly id: string }[] }) =>
  queue.changes.map(({ id }) => id);

test('the checksum is the well-known one', () => {
  expect(crc32(new TextEncoder().encode('123456789')).toString(16)).toBe('cbf43926');
});

test('what was written is there after the app is opened again', async () => {
  const folder = createMemoryFiles();
  const { journal } = await openJournal(folder.port, 'j');
  await journal.record([booked('a'), booked('b')], true);
  await journal.record([{ type: 'done', id: 'a', follows: [] }], false);
  const again = await openJournal(folder.port, 'j');
  expect(ids(again.journal.queue())).toEqual(['b']);
  expect(again.damagedFile).toBeNull();
});

test('a kill in the middle of a line loses that line and is no damage', async () => {
  const folder = createMemoryFiles();
  const { journal } = await openJournal(folder.port, 'j');
  await journal.record([booked('a')], true);
  const whole = folder.files.get('j') ?? '';
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: lineOf(booked('b')).length - 1 }), async (cut) => {
      folder.files.set('j', whole + lineOf(booked('b')).slice(0, cut));
      const again = await openJournal(folder.port, 'j');
      expect(again.damagedFile).toBeNull();
      expect(ids(again.journal.queue())).toEqual(['a']);
      await again.journal.record([booked('c')], true);
      expect(ids((await openJournal(folder.port, 'j')).journal.queue())).toEqual(['a', 'c']);
    }),
    { numRuns: 50 },
  );
});

test('a damaged file is kept aside, and what can still be read of it goes on', async () => {
  const folder = createMemoryFiles();
  const { journal } = await openJournal(folder.port, 'j');
  await journal.record([booked('a'), booked('b'), booked('c')], true);
  const text = folder.files.get('j') ?? '';
  folder.files.set('j', text.replace('"id":"b"', '"id":"x"'));
  const again = await openJournal(folder.port, 'j');
  expect(again.damagedFile).toBe('j.damaged');
  expect(folder.files.get('j.damaged')).toContain('"id":"x"');
  expect(ids(again.journal.queue())).toEqual(['a', 'c']);
  expect(ids((await openJournal(folder.port, 'j')).journal.queue())).toEqual(['a', 'c']);
});

test('what is saved after the disk was full is there, behind the half of a line that was not', async () => {
  const folder = createMemoryFiles();
  const { journal } = await openJournal(folder.port, 'j');
  await journal.record([booked('a')], true);
  folder.isFull = true;
  for (const id of ['b', 'c'])
    await expect(journal.record([booked(id)], true)).rejects.toThrow(DiskFullError);
  expect(ids(journal.queue())).toEqual(['a']);
  folder.isFull = false;
  await journal.record([booked('d')], true);
  const again = await openJournal(folder.port, 'j');
  expect([ids(again.journal.queue()), again.damagedFile]).toEqual([['a', 'd'], null]);
});

test('bytes of any kind are read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readLines(text).records.length).toBeLessThanOrEqual(text.split('\n').length);
    }),
  );
});

test('a long journal is written anew as one line, and still holds all', async () => {
  const folder = createMemoryFiles();
  const { journal } = await openJournal(folder.port, 'j');
  for (let at = 0; at < 1_100; at += 1) {
    await journal.record([booked(`n${at}`), { type: 'done', id: `n${at}`, follows: [] }], false);
  }
  await journal.record([booked('last')], true);
  expect((folder.files.get('j') ?? '').split('\n').length).toBeLessThan(1_000);
  expect(ids((await openJournal(folder.port, 'j')).journal.queue())).toEqual(['last']);
});
