import type { TimesheetEntry, TimesheetRow } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, linesOf, type SheetLine } from './sheet-lines.ts';
import { lengthOf } from '../worklogs/totals.ts';
import { dayTotals, rowsLength } from './sums.ts';

const day = (text: string) => text as WallDate;
const FROM = day('2026-11-16');

function entry(change: Partial<TimesheetEntry> = {}): TimesheetEntry {
  return {
    id: 'e',
    timestamp: '2026-11-18T00:00:00',
    hasClockTime: false,
    length: 3600,
    billableLength: null,
    workItemId: null,
    comment: '',
    activityTypeId: '',
    ...change,
  };
}

function row(
  id: number | null,
  change: Partial<TimesheetRow> & { parentId?: number; type?: string } = {},
): TimesheetRow {
  const { parentId = null, type = 'Task', ...rest } = change;
  const workItem =
    id === null
      ? null
      : ({ id, title: `Item ${id}`, color: 'F2CB1D', parentId, type } as TimesheetRow['workItem']);
  return { workItem, reason: 'time', length: 0, entries: [], daysInProgress: [], ...rest };
}

const names = (lines: readonly SheetLine[]) =>
  lines.map((line) => (line.kind === 'group' ? `[${line.workItem.id}]` : line.key));

describe('lines', () => {
  const epic = row(1, { reason: 'parent', type: 'Epic' });
  const feature = row(2, { reason: 'parent', type: 'Feature', parentId: 1 });
  const story = row(3, { reason: 'parent', type: 'User Story', parentId: 2 });

  test('stand under the feature above them, however far it is', () => {
    const lines = linesOf(
      { rows: [epic, feature, story, row(4, { parentId: 3 }), row(5, { parentId: 2 })] },
      [],
    );
    expect(names(lines)).toEqual(['[2]', 'i4', 'i5']);
  });

  test('stand under the topmost item where there is no feature', () => {
    expect(names(linesOf({ rows: [epic, row(7, { parentId: 1 }), row(8)] }, []))).toEqual([
      '[1]',
      'i7',
      'i8',
    ]);
  });

  test('of an item with time of its own stand among those below it', () => {
    const own = row(2, { type: 'Feature' });
    expect(names(linesOf({ rows: [own, row(4, { parentId: 2 })] }, []))).toEqual(['[2]', 'i2', 'i4']);
  });

  test('of a circle end', () => {
    const lines = linesOf({ rows: [row(1, { parentId: 2, reason: 'parent' }), row(2, { parentId: 1 })] }, []);
    expect(names(lines)).toEqual(['[2]', 'i2']);
  });

  test('without a work item are one for each comment, and items that nobody knows are told by number', () => {
    const entries = [
      entry({ id: 'a', comment: 'Standup' }),
      entry({ id: 'b', comment: 'Mail' }),
      entry({ id: 'c', comment: 'Standup', timestamp: '2026-11-19T09:00:00' }),
      entry({ id: 'd', workItemId: 99, comment: 'x' }),
    ];
    expect(names(linesOf({ rows: [row(null, { entries })] }, []))).toEqual(['cStandup', 'cMail', 'i99']);
  });

  test('that were added are there once', () => {
    const workItem = { id: 4, title: 'Four', color: '' };
    const added = [
      { workItem, comment: null, from: FROM },
      { workItem: { ...workItem, id: 5 }, comment: null, from: FROM },
      { workItem: null, comment: 'Standup', from: FROM },
    ] as const;
    const rows = [row(null, { entries: [entry({ comment: 'Standup' })] }), row(4)];
    expect(names(linesOf({ rows }, added))).toEqual(['i4', 'i5', 'cStandup']);
  });
});

test('no time is lost or counted twice, however items stand to each other', () => {
  const rows = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      parentId: fc.integer({ min: 0, max: 12 }),
      type: fc.constantFrom('Epic', 'Feature', 'Task'),
      reason: fc.constantFrom('time', 'parent', 'filter' as const),
      length: fc.integer({ min: 1, max: 90_000 }),
      offset: fc.integer({ min: 0, max: 6 }),
    }),
  );
  fc.assert(
    fc.property(rows, (made) => {
      const unique = [...new Map(made.map((each) => [each.id, each])).values()];
      const days = daysOf(FROM, day('2026-11-22'));
      const sheet = unique.map(({ id, parentId, type, reason, length, offset }) =>
        row(id, {
          parentId,
          type,
          reason,
          entries: reason === 'parent' ? [] : [entry({ length, timestamp: `${days[offset]}T08:00:00` })],
        }),
      );
      const lines = linesOf({ rows: sheet }, []);
      const own = lines.flatMap((line) => (line.kind === 'row' ? [line] : []));
      const expected = lengthOf(sheet.flatMap(({ entries }) => entries));
      expect(rowsLength(own, days, {})).toBe(expected);
      expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
    }),
  );
});

test('day totals are the server’s, with what was typed since', () => {
  const lines = linesOf({ rows: [row(4, { entries: [entry({ workItemId: 4 })] })] }, []);
  const pending = { i4: { [day('2026-11-18')]: { entries: [entry({ length: 1800 })] } }, i9: {} };
  const totals = dayTotals(
    [
      { date: '2026-11-18', length: 5400 },
      { date: '2026-11-19', length: 60 },
    ],
    lines,
    pending,
  );
  expect([...totals.values()]).toEqual([3600, 60]);
});
