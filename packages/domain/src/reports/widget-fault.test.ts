import { expect, test } from 'vitest';
import { type CheckedWidget, widgetFault } from './widget-fault.ts';

const columns = [{ field: 'System_Id' }];

test.each<CheckedWidget>([
  { type: 'FlatTable', columns },
  { type: 'HierarchyTable', columns, hierarchyField: 'Id', childrenQuery: '({hierarchyField})/Worklogs' },
  { type: 'Pie', categoryField: 'User.Name', valueField: 'PeriodLength' },
  { type: 'Number', fieldName: 'PeriodLength' },
  { type: 'Number', showCount: true },
  { type: 'Line', series: { fieldX: 'Day', fieldY: 'PeriodLength' } },
  { type: 'Columns', series: { fieldX: 'Day', fieldY: 'PeriodLength' } },
  { type: 'StackedBar', series: { fieldY: 'BudgetName', seriesFields: [{}] } },
  {
    type: 'FlatTable',
    columns: [{ field: ['A', 'B'], formatter: 'MathExpression', format: { expression: '{0}/{1}' } }],
  },
])('%j can be shown', (widget) => {
  expect(widgetFault(widget)).toBeNull();
});

test.each<[CheckedWidget, string]>([
  [{ type: 'FlatTable' }, 'columns'],
  [{ type: 'FlatTable', columns: [] }, 'columns'],
  [{ type: 'HierarchyTable', columns }, 'hierarchyField'],
  [{ type: 'HierarchyTable', columns, hierarchyField: 'Id' }, 'childrenQuery'],
  [{ type: 'Pie', categoryField: 'User.Name' }, 'valueField'],
  [{ type: 'Number' }, 'fieldName'],
  [{ type: 'Line' }, 'series.fieldX'],
  [{ type: 'Columns', series: { fieldX: 'Day' } }, 'series.fieldY'],
  [{ type: 'StackedBar', series: {} }, 'series.fieldX'],
  [{ type: 'StackedBar', series: { fieldX: 'Day' } }, 'series.seriesFields'],
  [{ type: 'FlatTable', columns: [...columns, { title: 'x' }] }, 'columns.1.field'],
  [
    { type: 'FlatTable', columns: [{ field: 'A', formatter: 'MathExpression' }] },
    'columns.0.format.expression',
  ],
])('%j lacks %s', (widget, field) => {
  expect(widgetFault(widget)).toEqual({ field, message: expect.stringContaining('needs it') });
});

test.each([
  ['{0} +', 'the formula ends where a value is expected, at character 6'],
  ['{0} + {2}', '{2} is none of the column’s 2 fields'],
])('a formula %s is refused', (expression, message) => {
  const column = { field: ['A', 'B'], formatter: 'MathExpression', format: { expression } };
  expect(widgetFault({ type: 'FlatTable', columns: [column] })).toEqual({
    field: 'columns.0.format.expression',
    message,
  });
});
