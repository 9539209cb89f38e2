import type { WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import { draftKeyOf, isEntry, startingEntry } from './starting-entry.ts';

const zone = 'Europe/Berlin';
const far = '2001-02-03' as WallDate;

test('an addition on another day begins in the morning', () => {
  const { range } = startingEntry({ kind: 'add', date: far }, zone, 'x', false);
  expect(range).toEqual({ date: far, from: '09:00', lengthSeconds: 3600 });
});

test('what was asked for is filled in', () => {
  const workItem = { id: 1001, title: 'Retry', color: 'd9a300' };
  const entry = startingEntry(
    { kind: 'add', date: far, from: '13:30', lengthSeconds: 900, workItem, comment: 'Planning' },
    zone,
    'x',
    true,
  );
  expect(entry).toMatchObject({
    range: { date: far, from: '13:30', lengthSeconds: 900 },
    workItem,
    comment: 'Planning',
    activityTypeId: 'x',
    billable: true,
    userId: '',
  });
});

test('a draft is an entry only in the form of one', () => {
  const entry = startingEntry({ kind: 'add' }, zone, 'x', false);
  expect(isEntry(JSON.parse(JSON.stringify(entry)))).toBe(true);
  for (const found of [null, 5, 'x', {}, { ...entry, range: null }, { ...entry, billable: 'yes' }])
    expect(isEntry(found)).toBe(false);
});

test('what was typed for one day does not come up for another', () => {
  const keys = [
    draftKeyOf({ kind: 'add' }),
    draftKeyOf({ kind: 'add', date: far }),
    draftKeyOf({ kind: 'add', date: far, from: '09:00' }),
  ];
  expect(keys).toEqual(['time', 'time:2001-02-03', 'time:2001-02-03:09:00']);
});
