import { addDays, readWallDate, type WallDate, weekStart } from '@stint/domain';
import { describe, expect, test } from 'vitest';
import { approvalRows } from './approvals.ts';
import { demoIds } from './ids.ts';
import { demoMembers } from './people.ts';

interface Row {
  id: string;
  person_id: string;
  week_start: WallDate;
  state: number;
  is_locked: boolean | null;
  approved_by: string | null;
  submitted_at: string;
  modified_at: string;
  comment: string | null;
}

const ids = demoIds(1);
const members = demoMembers(ids);
const idOf = (account: string) => members.find(({ email }) => email.startsWith(`${account}@`))?.id;

function rowsOn(day: string): { today: WallDate; rows: Row[] } {
  const today = readWallDate(day);
  if (today === null) throw new Error(`${day} is no day`);
  return { today, rows: approvalRows({ seed: 1, ids, today, members }, 'organization') as Row[] };
}

describe.each(['2026-03-04', '2026-03-08', '2026-03-09', '2024-02-29'])('the approvals on %s', (day) => {
  const { today, rows } = rowsOn(day);
  const ago = (weeks: number) => addDays(weekStart(today), -7 * weeks);

  test('leave this week and the last one open, and all of the administrator’s', () => {
    expect(rows.filter(({ week_start }) => week_start > ago(2))).toEqual([]);
    expect(rows.filter(({ person_id }) => person_id === idOf('admin'))).toEqual([]);
  });

  test('are mostly Approved and Closed, the last ones Submitted, one rejected with a comment', () => {
    const count = (state: number) => rows.filter((row) => row.state === state).length;
    expect([count(2), count(0)]).toEqual([1, 0]);
    expect(count(1)).toBeGreaterThan(5);
    expect(count(3)).toBeGreaterThan(100);
    expect(count(99)).toBeGreaterThan(300);
    expect(rows.find(({ state }) => state === 2)).toMatchObject({
      person_id: idOf('dan'),
      week_start: ago(4),
      is_locked: false,
      comment: expect.stringMatching(/./),
    });
  });

  test('were decided by ann, after they were submitted and not in the future', () => {
    for (const row of rows) {
      expect(row.submitted_at.slice(0, 10) > row.week_start).toBe(true);
      expect(row.modified_at >= row.submitted_at).toBe(true);
      expect(row.modified_at.slice(0, 10) < today).toBe(true);
      expect(row.approved_by).toBe(row.state === 3 || row.state === 99 ? idOf('ann') : null);
    }
  });

  test('have one row for a person and week, each with its own id', () => {
    expect(new Set(rows.map(({ person_id, week_start }) => `${person_id} ${week_start}`)).size).toBe(
      rows.length,
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});

test('the same weeks have the same ids on different days', () => {
  const idsOn = (day: string) =>
    new Map(rowsOn(day).rows.map((row) => [`${row.person_id} ${row.week_start}`, row.id]));
  const later = idsOn('2026-04-04');
  const shared = [...idsOn('2026-03-04')].filter(([week]) => later.has(week));
  expect(shared.length).toBeGreaterThan(400);
  expect(shared.filter(([week, id]) => later.get(week) !== id)).toEqual([]);
});
