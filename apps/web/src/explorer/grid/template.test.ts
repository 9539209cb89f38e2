import { expect, test } from 'vitest';
import { templateOf } from './template.ts';

const columns = (...fields: readonly string[]) => fields.map((field) => ({ field, width: 100 }));

test('work item and comment share the room that is left', () =>
  expect(templateOf(columns('Timestamp', 'WorkItem/System_Title', 'Comment'))).toBe(
    '40px 100px minmax(100px, 100fr) minmax(100px, 100fr)',
  ));

test('without them the budget or the person takes it, else the last column', () => {
  expect(templateOf(columns('User/Name', 'Timestamp'))).toBe('40px minmax(100px, 100fr) 100px');
  expect(templateOf(columns('Timestamp', 'PeriodLength'))).toBe('40px 100px minmax(100px, 100fr)');
});
