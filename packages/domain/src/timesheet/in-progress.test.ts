import { expect, test } from 'vitest';
import type { WallDate } from '../brands.ts';
import { daysInProgress, type WorkedItem } from './in-progress.ts';

const nothing: WorkedItem = {
  stateCategory: 'InProgress',
  activatedAt: null,
  stateChangedAt: null,
  closedAt: null,
};
const week = {
  from: '2026-11-16' as WallDate,
  to: '2026-11-22' as WallDate,
  today: '2026-11-19' as WallDate,
  zone: 'Europe/Berlin',
};

/** The days of the week in short, Monday is 16. */
const days = (item: Partial<WorkedItem>) =>
  daysInProgress({ ...nothing, ...item }, week)
    .map((day) => day.slice(8))
    .join(' ');

test.each<[string, Partial<WorkedItem>, string]>([
  ['since last week until now', { activatedAt: '2026-11-10T08:00:00Z' }, '16 17 18 19'],
  ['since Tuesday', { stateChangedAt: '2026-11-17T08:00:00Z' }, '17 18 19'],
  ['by the person’s clock', { stateChangedAt: '2026-11-16T23:30:00Z' }, '17 18 19'],
  [
    'until it was closed',
    { stateCategory: 'Completed', activatedAt: '2026-11-10T08:00:00Z', closedAt: '2026-11-17T08:00:00Z' },
    '16 17',
  ],
  [
    'until its state changed, where nobody noted the closing',
    {
      stateCategory: 'Resolved',
      activatedAt: '2026-11-17T08:00:00Z',
      stateChangedAt: '2026-11-18T08:00:00Z',
    },
    '17 18',
  ],
  [
    'closed, and when it began is not known',
    { stateCategory: 'Completed', closedAt: '2026-11-17T08:00:00Z' },
    '',
  ],
  ['not begun, whatever was before', { stateCategory: 'Proposed', activatedAt: '2026-11-10T08:00:00Z' }, ''],
  ['with times that are none', { activatedAt: 'soon', stateChangedAt: '' }, ''],
  ['after the week', { activatedAt: '2026-11-25T08:00:00Z' }, ''],
])('%s', (_name, item, expected) => {
  expect(days(item)).toBe(expected);
});
