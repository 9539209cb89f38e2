import { expect, test } from 'vitest';
import { listedPageAt, PAGES, pagesFor } from './page-list.ts';

const all = { approvalsEnabled: true, isThere: () => true } as const;
const keysFor = (rights: Parameters<typeof pagesFor>[0]) => pagesFor(rights).map(({ key }) => key);

test('an administrator sees every page', () => {
  expect(pagesFor({ ...all, role: 'Administrator' })).toEqual(PAGES);
});

test('budgets are for the role Budget', () => {
  expect(keysFor({ ...all, role: 'Product' })).not.toContain('budgets');
  expect(keysFor({ ...all, role: 'Budget' })).toContain('budgets');
});

test('without a licence there is no page of time', () => {
  expect(keysFor({ ...all, role: 'None' })).toEqual(['apps', 'settings']);
});

test('approvals that are switched off and pages that are not built are not shown', () => {
  expect(keysFor({ ...all, role: 'Team', approvalsEnabled: false })).not.toContain('approvals');
  expect(keysFor({ ...all, role: 'Team', isThere: (path) => path === '/' })).toEqual(['day']);
});

test('every page has a letter and an address of its own', () => {
  expect(new Set(PAGES.map(({ letter }) => letter)).size).toBe(PAGES.length);
  expect(new Set(PAGES.map(({ path }) => path)).size).toBe(PAGES.length);
});

test.each([
  ['/', 'day'],
  ['/approvals/pending', 'approvals'],
  ['/reports/shared/1', 'reports'],
  ['/settings/account', 'settings'],
  ['/weekly', undefined],
  ['/sign-in', undefined],
])('%s belongs to %s', (address, key) => {
  expect(listedPageAt(address)?.key).toBe(key);
});
