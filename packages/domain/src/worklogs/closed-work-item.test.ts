import { expect, test } from 'vitest';
import { type Instant, instant } from '../brands.ts';
import { closedBefore, closedWorkItem } from './closed-work-item.ts';

const at = (text: string) => instant(Date.parse(`${text}Z`));
const now = at('2026-03-02T12:00:00');
const item = (stateCategory: string, closedAt: Instant | null) => ({ id: 1001, stateCategory, closedAt });

test.each([
  // category, closed at, grace hours → refused
  ['InProgress', null, 0, false],
  ['Proposed', '2026-01-01T00:00:00', 0, false],
  ['Resolved', '2026-01-01T00:00:00', 0, false],
  ['Completed', '2026-03-02T11:59:59', null, false],
  ['Completed', '2026-03-02T12:00:00', 0, true],
  ['Removed', '2026-03-02T11:59:59', 0, true],
  ['Completed', '2026-03-01T12:00:01', 24, false],
  ['Completed', '2026-03-01T12:00:00', 24, true],
  ['Removed', '2026-02-01T00:00:00', 24, true],
  ['Completed', null, 24, true],
  ['Completed', null, null, false],
])('%s, closed at %s, %s hours of grace: refused %s', (category, closedAt, hours, isRefused) => {
  const problem = closedWorkItem(item(category, closedAt === null ? null : at(closedAt)), now, hours);
  expect(problem !== null).toBe(isRefused);
});

test('the refusal names the item, when it was closed, the grace and its setting', () => {
  expect(closedWorkItem(item('Completed', at('2026-03-01T10:00:00')), now, 24)).toEqual({
    code: 'DbValidationError',
    field: 'workItemId',
    setting: 'closedWorkItemGraceHours',
    message:
      'workItemId 1001 is closed since 2026-03-01T10:00:00.000Z: closed work items take time for 24 h after closing ' +
      '(setting closedWorkItemGraceHours); choose an open work item, or open this one again.',
  });
  expect(closedWorkItem(item('Removed', null), now, 0)?.message).toBe(
    'workItemId 1001 is closed: closed work items take no time (setting closedWorkItemGraceHours); ' +
      'choose an open work item, or open this one again.',
  );
});

test('the guard’s instant lies the hours of grace before now, and agrees with the rule', () => {
  expect(closedBefore(now, null)).toBeNull();
  expect(closedBefore(now, 0)).toBe(now);
  expect(closedBefore(now, 24)).toBe(at('2026-03-01T12:00:00'));
  const bound = closedBefore(now, 3) ?? now;
  expect(closedWorkItem(item('Completed', bound), now, 3)).not.toBeNull();
  expect(closedWorkItem(item('Completed', instant(bound + 1)), now, 3)).toBeNull();
});
