import type { Widget } from '@stint/contract';
import { expect, test } from 'vitest';
import { fieldName } from './field-name.ts';

const words = { fieldTracked: 'Tracked', fieldDate: 'Date', fieldPerson: 'Person' };
const widget = {
  type: 'FlatTable',
  columns: [{ field: ['User.Name', 'User.Id'], title: 'Who' }, { field: 'PeriodLength' }],
} as unknown as Widget;

test.each([
  ['User.Name', 'Who'],
  ['PeriodLength', 'Tracked'],
  ['WorklogDate.ShortDate', 'Date'],
  ['WorkItem.System_State', 'WorkItem.System_State'],
])('%s is called %s', (field, name) => {
  expect(fieldName(widget, field, words)).toBe(name);
});
