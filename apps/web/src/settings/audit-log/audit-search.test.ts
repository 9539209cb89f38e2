import { describe, expect, test } from 'vitest';
import { auditFilter, endsBeforeItBegins, readAuditSearch } from './audit-search.ts';

describe('the address', () => {
  test('gives the filters', () => {
    const search = { from: '2026-11-01', to: '2026-11-30', thing: 'worklog', act: 'change', way: 'rest' };
    expect(readAuditSearch({ ...search, other: 'x' })).toEqual(search);
  });

  test.each([
    { from: '2026-02-30' },
    { to: 'soon' },
    { person: 'ann' },
    { way: 'pigeon' },
    { thing: '' },
    { act: 'x'.repeat(101) },
    { id: 7 },
  ])('%j is as none', (search) => {
    expect(readAuditSearch(search)).toEqual({});
  });
});

test('days are whole days of the zone, also where the clocks change', () => {
  expect(auditFilter({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Berlin')).toEqual({
    $fromTimestamp: '2026-10-24T22:00:00.000Z',
    $toTimestamp: '2026-10-25T23:00:00.000Z',
  });
});

test('an end before the beginning is noticed', () => {
  expect(endsBeforeItBegins({ from: '2026-11-02', to: '2026-11-01' })).toBe(true);
  expect(endsBeforeItBegins({ from: '2026-11-02', to: '2026-11-02' })).toBe(false);
  expect(endsBeforeItBegins({ to: '2026-11-02' })).toBe(false);
});
