import { expect, test } from 'vitest';
import { toldBesides } from './told-besides.ts';

const side = {
  timestamp: '2026-03-02T09:00:00',
  length: 3600,
  workItemId: 1001,
  comment: '',
  activityTypeId: 'a',
};

test.each([
  ['another comment', { comment: 'better' }, { startsAt: false, activityType: false }],
  ['another hour', { timestamp: '2026-03-02T10:00:00' }, { startsAt: true, activityType: false }],
  ['another day', { timestamp: '2026-03-03T10:00:00' }, { startsAt: false, activityType: false }],
  ['another activity type', { activityTypeId: 'b' }, { startsAt: false, activityType: true }],
])('%s', (_, change, told) => {
  expect(toldBesides({ before: side, after: { ...side, ...change } })).toEqual(told);
});

test('what was added or removed has one side only', () => {
  const nothing = { startsAt: false, activityType: false };
  expect(toldBesides({ before: null, after: side })).toEqual(nothing);
  expect(toldBesides({ before: side, after: null })).toEqual(nothing);
});
