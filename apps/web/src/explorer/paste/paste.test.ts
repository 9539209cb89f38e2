import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchFaults } from './batch-faults.ts';
import { mappingOfContent, mappingOfTitles } from './fields.ts';
import { type DateOrder, dateOrderOf, readDate, readTime } from './read-cells.ts';
import { readEntries } from './read-entries.ts';
import { readTable } from './read-table.ts';

describe('a table', () => {
  test('is read with quoted cells as spreadsheets write them', () => {
    expect(readTable('a\tb\r\n"two\nlines"\t"say ""hi"""\r\n\t\r\n')).toEqual([
      ['a', 'b'],
      ['two\nlines', 'say "hi"'],
    ]);
  });

  test('keeps a quote that stands alone', () => {
    expect(readTable('"quoted" word\t5" disk')).toEqual([['"quoted" word', '5" disk']]);
  });

  test('comes back as it was written', () => {
    const cell = fc
      .string({ minLength: 1 })
      .filter((text) => text === text.trim() && text !== '' && !text.includes('\r'));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join('\t')).join('\n');
        expect(readTable(text)).toEqual(rows);
      }),
    );
  });
});

describe('dates and times', () => {
  test.each([
    ['2026-03-02', 'dmy', '2026-03-02'],
    ['2026-03-02T10:00:00Z', 'dmy', '2026-03-02'],
    ['2.3.2026', 'mdy', '2026-03-02'],
    ['3/2/26', 'mdy', '2026-03-02'],
    ['2/3/26', 'dmy', '2026-03-02'],
    ['2.3.', 'dmy', '2026-03-02'],
    ['31.2.2026', 'dmy', null],
    ['3-2', 'dmy', null],
    ['soon', 'dmy', null],
  ] as const)('%s in the order %s is %s', (cell, order: DateOrder, date) => {
    expect(readDate(cell, { order, thisYear: 2026 })).toBe(date);
  });

  test.each([
    ['9:10', 33_000],
    ['09:10:05', 33_005],
    ['9:10 pm', 76_200],
    ['12:00 AM', 0],
    ['2026-03-02 10:00', 36_000],
    ['24:00', null],
    ['13:00 pm', null],
    ['9', null],
  ])('%s is %s seconds after midnight', (cell, time) => {
    expect(readTime(cell)).toBe(time);
  });

  test('the order of day and month is that of the locale', () => {
    expect(['en-US', 'en-GB', 'de', 'sv'].map(dateOrderOf)).toEqual(['mdy', 'dmy', 'dmy', 'ymd']);
  });
});

const context = { order: 'dmy', thisYear: 2026, activityNames: new Set(['testing']) } as const;

describe('columns', () => {
  test('are known by their titles, in any language of the page', () => {
    expect(mappingOfTitles(['Datum', 'Dauer', 'Work item', 'x', 'Czynność'], {})).toEqual([
      'date',
      'length',
      'workItem',
      null,
      'activityType',
    ]);
    expect(mappingOfTitles(['Timestamp', 'PeriodLength', 'Comment'], {})).toEqual([
      'date',
      'seconds',
      'comment',
    ]);
    expect(mappingOfTitles(['2.3.2026', '1:30'], {})).toBeNull();
  });

  test('are known by their content', () => {
    const rows = [
      ['2.3.2026', '9:00', '10:30', '1001', 'Testing', 'Wrote it'],
      ['3.3.2026', '9:00', '11:00', '#1002', 'Testing', ''],
    ];
    expect(mappingOfContent(rows, context)).toEqual([
      'date',
      'start',
      'end',
      'workItem',
      'activityType',
      'comment',
    ]);
    expect(mappingOfContent([['2026-03-02', '1,5', 'Call']], context)).toEqual(['date', 'length', 'comment']);
  });
});

describe('entries', () => {
  const read = (rows: string[][], mapping: Parameters<typeof readEntries>[1]) =>
    readEntries(rows, mapping, {
      ...context,
      activityTypes: new Map([['testing', 'id-testing']]),
      newId: () => 'new',
    });

  test('without a start follow each other from nine o’clock', () => {
    const rows = [
      ['2.3.2026', '1:30', 'a'],
      ['2.3.2026', '45m', 'b'],
      ['3.3.2026', '2', 'c'],
    ];
    expect(
      read(rows, ['date', 'length', 'comment']).map(({ entry }) => [entry?.timestamp, entry?.length]),
    ).toEqual([
      ['2026-03-02T09:00:00', 5400],
      ['2026-03-02T10:30:00', 2700],
      ['2026-03-03T09:00:00', 7200],
    ]);
  });

  test('with start and end are as long as what lies between, also over midnight', () => {
    const rows = [['2.3.2026', '22:00', '1:00', '1001 Title', 'TESTING']];
    expect(read(rows, ['date', 'start', 'end', 'workItem', 'activityType'])[0]).toEqual({
      entry: {
        id: 'new',
        timestamp: '2026-03-02T22:00:00',
        length: 10_800,
        comment: '',
        workItemId: 1001,
        activityTypeId: 'id-testing',
      },
      fault: null,
    });
  });

  test.each([
    [['', '1', '', ''], 'noDate'],
    [['yesterday', '1', '', ''], 'badDate'],
    [['2.3.2026', '', '', ''], 'noLength'],
    [['2.3.2026', 'long', '', ''], 'badLength'],
    [['2.3.2026', '0', '', ''], 'badLength'],
    [['2.3.2026', '1', 'x', ''], 'badWorkItem'],
    [['2.3.2026', '1', '', 'Sleeping'], 'badActivityType'],
  ])('%j are refused as %s', (row, fault) => {
    expect(read([row], ['date', 'length', 'workItem', 'activityType'])[0]).toMatchObject({
      entry: null,
      fault,
    });
  });

  test('lengths in seconds are taken as they are', () => {
    expect(read([['2026-03-02T10:00:00Z', '5401']], ['date', 'seconds'])[0]?.entry).toMatchObject({
      timestamp: '2026-03-02T10:00:00',
      length: 5401,
    });
  });
});

test('the reasons of a refused batch are found by index', () => {
  const message =
    'Nothing was written; 2 of the worklogs are refused: [1] LengthMustBePositive: length is -60: give 1 or more. [12] FutureCheckFailed: too late (setting futureDays); see [docs]. [12] Other: too.';
  expect([...batchFaults(message)]).toEqual([
    [1, 'length is -60: give 1 or more.'],
    [12, 'too late (setting futureDays); see [docs]. too.'],
  ]);
  expect(batchFaults('The server is asleep.').size).toBe(0);
});
