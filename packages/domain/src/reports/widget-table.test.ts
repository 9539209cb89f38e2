import { expect, test } from 'vitest';
import { type TabledWidget, widgetTable } from './widget-table.ts';

const style = { durationFormat: 'HH:MM', noWorkItem: '(No work item)' } as const;

test('a table writes its cells by their formatters', () => {
  const widget: TabledWidget = {
    type: 'FlatTable',
    columns: [
      { field: 'User.Name', title: 'Person' },
      { field: 'Project', formatter: 'NullToComment' },
      { field: 'Length', title: 'Tracked', formatter: 'TimeLength' },
      {
        field: ['Length', 'Effort'],
        formatter: 'MathExpression',
        format: { expression: '{0}/3600/{1}', resultFormat: '#.#' },
      },
      { field: 'Effort', formatter: 'Number', format: '0.00' },
      { field: 'At', formatter: 'DateTimeAgo' },
      { field: 'Gone.Deep', formatter: 'String' },
    ],
  };
  const rows = [
    { User: { Name: 'Ann' }, Project: null, Length: 5400, Effort: 3, At: '2026-11-20T08:15:00Z' },
    { User: null, Project: 'Atlas', Length: null, Effort: 0, At: '2026-11-20T00:00:00Z' },
  ];
  expect(widgetTable(widget, rows, style)).toEqual({
    headers: ['Person', 'Project', 'Tracked', 'Length, Effort', 'Effort', 'At', 'Gone.Deep'],
    rows: [
      ['Ann', '(No work item)', '01:30', '0.5', '3.00', '2026-11-20 08:15', ''],
      ['', 'Atlas', '', '', '0.00', '2026-11-20', ''],
    ],
  });
});

test.each<[TabledWidget, string[], string[]]>([
  [
    { type: 'Pie', categoryField: 'Name', valueField: 'Length', valueFormat: 'duration' },
    ['Name', 'Length'],
    ['Ann', '01:00'],
  ],
  [{ type: 'Number', fieldName: 'Length', formatter: 'TimeLength' }, ['Length'], ['01:00']],
  [
    {
      type: 'Columns',
      series: { fieldX: 'Day', fieldY: 'Length' },
      xAxis: { type: 'date', title: '' },
      yAxis: { type: 'duration', title: 'Tracked' },
    },
    ['Day', 'Tracked'],
    ['2026-11-20', '01:00'],
  ],
  [
    {
      type: 'StackedBar',
      series: { fieldY: 'Name', seriesFields: [{ field: 'Length', title: 'Tracked' }, { field: 'Planned' }] },
      xAxis: { type: 'duration' },
    },
    ['Name', 'Tracked', 'Planned'],
    ['Ann', '01:00', '02:00'],
  ],
])('a chart has a table too: %j', (widget, headers, cells) => {
  const row = { Name: 'Ann', Day: '2026-11-20', Length: 3600, Planned: 7200 };
  expect(widgetTable(widget, [row], style)).toEqual({ headers, rows: [cells] });
});
