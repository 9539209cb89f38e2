import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf } from './groups.ts';
import { flatLines, groupedLines, lineAt, runsBetween } from './lines.ts';
import { WINDOW, windowsBetween } from './windows.ts';

const answer = (name: string, day: string, seconds: number, count: number) => ({
  UserId: `id-${name}`,
  User: { Name: name },
  WorklogDate: { ShortDate: day },
  Seconds: seconds,
  BillableSeconds: null,
  Count: count,
});
const answers = [
  answer('Bob', '2026-11-02', 60, 2),
  answer('Ann', '2026-11-02', 30, 1),
  answer('Ann', '2026-11-03', 100, 3),
];
const groupBy = ['User/Name', 'WorklogDate/ShortDate'];
const groups = groupsOf(answers, groupBy, [], 'en');

describe('groups', () => {
  test('add up what is in them, by name; days come the latest first', () => {
    expect(groups.map(({ name, sums }) => [name, sums.seconds, sums.count])).toEqual([
      ['Ann', 130, 4],
      ['Bob', 60, 2],
    ]);
    expect(groups[0]?.children.map(({ value }) => value)).toEqual(['2026-11-03', '2026-11-02']);
  });

  test('are sorted by their sums where lengths are sorted', () => {
    const longest = [{ field: 'PeriodLength', isDescending: false }];
    expect(groupsOf(answers, groupBy, longest, 'en').map(({ name }) => name)).toEqual(['Bob', 'Ann']);
  });

  test('of those without the thing come last', () => {
    const without = { ...answer('', '2026-11-02', 1, 1), UserId: null, User: null };
    expect(groupsOf([without, ...answers], ['User/Name'], [], 'en').at(-1)).toMatchObject({
      value: null,
      conditions: ['UserId eq null'],
    });
  });
});

describe('lines', () => {
  const [ann] = groups;
  const open = new Set([ann?.path ?? '', ann?.children[0]?.path ?? '']);
  const lines = groupedLines(groups, open, 'all');

  test('of closed groups are one each, of open ones with what is in them', () => {
    expect(groupedLines(groups, new Set(), '').count).toBe(2);
    expect(lines.count).toBe(2 + 2 + 3);
    expect(lineAt(lines, 0)).toMatchObject({ kind: 'group', isOpen: true, level: 0 });
    expect(lineAt(lines, 3)).toMatchObject({ kind: 'row', offset: 1 });
    expect(lineAt(lines, 5)).toMatchObject({ kind: 'group', level: 1 });
    expect([lineAt(lines, -1), lineAt(lines, 7)]).toEqual([undefined, undefined]);
  });

  test('ask for the worklogs of the group within the filters', () => {
    expect(windowsBetween(lines, 0, 6)).toEqual([
      {
        condition:
          'all and UserId eq id-Ann and Timestamp ge 2026-11-03T00:00:00Z and Timestamp lt 2026-11-04T00:00:00Z',
        number: 0,
      },
    ]);
  });

  test('every line of many is found, and lies in a window that is asked for', () => {
    const flat = flatLines('', 100_000);
    fc.assert(
      fc.property(fc.nat(99_999), (index) => {
        const line = lineAt(flat, index);
        expect(line).toMatchObject({ kind: 'row', offset: index });
        expect(windowsBetween(flat, index, index)).toEqual([
          { condition: '', number: Math.floor(index / WINDOW) },
        ]);
      }),
    );
    expect(runsBetween(flat, 99_990, 200_000)).toMatchObject([{ first: 99_990, last: 99_999 }]);
    expect(flatLines('', 0).count).toBe(0);
  });
});
