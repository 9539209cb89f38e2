import { expect, test } from 'vitest';
import type { WallDate } from '@stint/domain';
import { filtersOf, readReportSearch, timeframeOf, withScope, withTime } from './frame.ts';

test.each([
  [{ time: 'Month' }, { time: 'Month' }],
  [
    { time: 'Custom', from: '2026-01-01', to: '2026-01-31' },
    { time: 'Custom', from: '2026-01-01', to: '2026-01-31' },
  ],
  [{ time: 'Custom', from: '2026-01-32', to: '2026-01-31' }, {}],
  [{ time: 'Eon', scope: 'Everyone' }, {}],
  [
    { scope: 'Project', project: 'Atlas' },
    { scope: 'Project', project: 'Atlas' },
  ],
  [{ scope: 'Project' }, {}],
  [{ scope: 'Me', project: 'Atlas' }, { scope: 'Me' }],
])('%j is read as %j', (search, read) => {
  expect(readReportSearch(search)).toEqual(read);
});

const report = { timeframeFilter: { filterType: 'Month' }, scope: 'Me', project: null } as const;
const at = { today: '2026-11-18' as WallDate, firstDay: 1 } as const;

test('the address goes before the report, and a widget’s own time before both', () => {
  expect(timeframeOf({}, report)).toEqual({ filterType: 'Month' });
  expect(filtersOf({}, report, undefined, at)).toEqual({
    days: { from: '2026-11-01', to: '2026-11-30' },
    scope: 'Me',
    project: null,
  });
  expect(filtersOf({ time: 'All', scope: 'Project', project: 'Atlas' }, report, undefined, at)).toEqual({
    days: null,
    scope: 'Project',
    project: 'Atlas',
  });
  expect(filtersOf({ time: 'Year' }, report, { filterType: 'Today' }, at).days).toEqual({
    from: '2026-11-18',
    to: '2026-11-18',
  });
});

test('another choice takes the whole place of the one before', () => {
  const custom = {
    time: 'Custom',
    from: '2026-01-01',
    to: '2026-01-31',
    scope: 'Project',
    project: 'Atlas',
  } as const;
  expect(withTime(custom, { time: 'Week' })).toEqual({ time: 'Week', scope: 'Project', project: 'Atlas' });
  expect(withScope(custom, { scope: 'Me' })).toEqual({
    time: 'Custom',
    from: '2026-01-01',
    to: '2026-01-31',
    scope: 'Me',
  });
});
