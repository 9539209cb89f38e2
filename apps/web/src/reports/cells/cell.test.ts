import { DEFAULT_WEEK_RULES } from '@stint/domain';
import { createFormats } from '@stint/ui';
import { expect, test } from 'vitest';
import { cellOf, type CellStyle } from './cell.ts';
import { dateByPattern } from './date-pattern.ts';
import { numberText } from './number-text.ts';
import { timeAgo } from './time-ago.ts';

function styleIn(locale: string): CellStyle {
  return {
    formats: createFormats({
      locale,
      timeZone: 'Europe/Berlin',
      durationFormat: 'HH:MM',
      rounding: null,
      weekRules: DEFAULT_WEEK_RULES,
    }),
    noWorkItem: 'No work item',
    now: Date.parse('2026-11-18T11:00:00Z'),
  };
}
const german = styleIn('de-DE');
const british = styleIn('en-GB');

const row = {
  PeriodLength: 5_400,
  Days: 2,
  User: { Name: 'Ann' },
  WorkItem: null,
  Title: 'Fix it',
  Type: 'Bug',
  System_Id: 7,
  AssignedTo: 'Ann Baker <ann@demo.local>',
  Comment: 'see <here>',
  Timestamp: '2026-11-18T09:05:00Z',
  EditedTimestamp: '2026-11-18T09:05:00Z',
  WorklogDate: { ShortDate: '2026-11-18' },
};

test.each([
  [{ field: 'PeriodLength', formatter: 'TimeLength' }, '1:30'],
  [{ field: 'Nothing', formatter: 'TimeLength' }, ''],
  [{ field: 'PeriodLength', formatter: 'Number', format: '#,###.00' }, '5.400,00'],
  [
    {
      field: ['PeriodLength', 'Days'],
      formatter: 'MathExpression',
      format: { expression: '{0} / 3600 / {1}', resultFormat: '#.##' },
    },
    '0,75',
  ],
  [{ field: 'WorkItem.System_TeamProject', formatter: 'NullToComment' }, 'No work item'],
  [{ field: 'User.Name', formatter: 'String' }, 'Ann'],
  [{ field: 'System_Id', formatter: 'WorkItemId' }, '7'],
  [{ field: 'AssignedTo' }, 'Ann Baker'],
  [{ field: 'Comment' }, 'see <here>'],
  [{ field: 'WorklogDate.ShortDate', formatter: 'CustomDateTime', format: 'DD.MM.YYYY' }, '18.11.2026'],
  [{ field: 'Timestamp', formatter: 'CustomDateTime', format: 'HH:mm' }, '09:05'],
  [{ field: 'EditedTimestamp', formatter: 'CustomDateTime', format: 'HH:mm' }, '10:05'],
  [{ field: 'Timestamp', formatter: 'DateTimeAgo' }, 'vor 2 Stunden'],
  [{ field: 'EditedTimestamp', formatter: 'DateTimeAgo' }, 'vor 1 Stunde'],
  [{ field: 'User.Name', formatter: 'DateTimeAgo' }, 'Ann'],
])('%j', (column, text) => {
  expect(cellOf(column, row, german).text).toBe(text);
});

test('dates are those of the settings', () => {
  const column = { field: 'Timestamp', formatter: 'LocaleSettingsDateTime' };
  expect(cellOf(column, row, british).text).toMatch(/^18 Nov.* 09:05$/);
  expect(cellOf({ ...column, field: 'WorklogDate.ShortDate' }, row, british).text).toMatch(/^18 Nov/);
});

test('work items carry their type’s colour', () => {
  expect(cellOf({ field: ['Title', 'Type', 'P'], formatter: 'WorkItemIndicator' }, row, german)).toEqual({
    text: 'Fix it',
    isNumber: false,
    workItemType: 'Bug',
  });
  expect(
    cellOf({ field: ['WorkItem.Title', 'WorkItem.Type'], formatter: 'WorkItemIndicator' }, row, german),
  ).toMatchObject({ text: 'No work item', workItemType: null });
});

test.each([
  [2.5, '#.##', 'en-GB', '2.5'],
  [2.5, '0.00', 'de-DE', '2,50'],
  [1234.5, '#,###.0', 'de-DE', '1.234,5'],
  [7, '000', 'en-GB', '007'],
  [-0.001, '#.#', 'en-GB', '0'],
  [3, '', 'en-GB', '3'],
])('%d by %s in %s is %s', (value, pattern, locale, text) => {
  expect(numberText(value, pattern, locale)).toBe(text);
});

test.each([
  ['dd MMM yyyy', '18 Nov 2026'],
  ['dddd, D MMMM', 'Wednesday, 18 November'],
  ['h:mm tt', '9:05 AM'],
  ['[at] HH:mm:ss', 'at 09:05:07'],
  ['YY-M-D', '26-11-18'],
])('a time by %s', (pattern, text) => {
  expect(dateByPattern('2026-11-18T09:05:07', pattern, 'en-GB')).toBe(text);
});

test.each([
  [30, '30 seconds ago'],
  [3_600, '1 hour ago'],
  [86_400, 'yesterday'],
  [-172_800, 'in 2 days'],
  [0, 'now'],
])('%d seconds are %s', (seconds, text) => {
  expect(timeAgo(seconds, 'en-GB')).toBe(text);
});
