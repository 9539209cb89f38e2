import { expect, test } from 'vitest';
import { sectionsFor } from './section-list.ts';

test('administrators see every section that is there', () => {
  const all = sectionsFor('Administrator', () => true);
  expect(all.map(({ key }) => key)).toContain('rules');
  expect(sectionsFor('Administrator', (path) => path === '/settings/rules').map(({ key }) => key)).toEqual([
    'rules',
  ]);
});

test.each(['Team', 'Product', 'Budget'] as const)(
  '%s sees its own sections, and what was done to it',
  (role) => {
    const seen = sectionsFor(role, () => true);
    expect(seen.map(({ key }) => key)).toEqual([
      'preferences',
      'calendars',
      'account',
      'reportingAndApi',
      'auditLog',
    ]);
    expect(new Set(seen.map(({ group }) => group))).toEqual(new Set(['you']));
  },
);
