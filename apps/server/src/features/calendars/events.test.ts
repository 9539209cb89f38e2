import type { WallDate } from '@stint/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from './events.ts';

const BERLIN = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;

const calendar = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...parts, 'END:VCALENDAR']
    .join('\n')
    .replaceAll('\n', '\r\n');
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:one', 'SUMMARY:Meeting', ...lines, 'END:VEVENT'].join('\n');

/** A week of March 2026 around the 29th, on which clocks change in Berlin. */
const week = { from: '2026-03-23' as WallDate, to: '2026-03-29' as WallDate, zone: 'Europe/Berlin' };

/** Start and end of what is found, in short. */
const times = (text: string, range: Partial<typeof week> = {}) =>
  readEvents(text, { ...week, ...range }).map(
    ({ start, end }) => `${start.slice(5, 16)} ${end.slice(5, 16)}`,
  );

describe('a time is', () => {
  test.each([
    ['UTC', ['DTSTART:20260324T080000Z', 'DTEND:20260324T093000Z'], '03-24T09:00 03-24T10:30'],
    [
      'of a zone that is described',
      ['DTSTART;TZID=W. Europe Standard Time:20260324T080000', 'DURATION:PT90M'],
      '03-24T08:00 03-24T09:30',
    ],
    [
      'of a zone that is only named',
      ['DTSTART;TZID=America/New_York:20260324T080000', 'DTEND;TZID=America/New_York:20260324T090000'],
      '03-24T13:00 03-24T14:00',
    ],
    [
      'of the reader’s clock',
      ['DTSTART:20260324T080000', 'DTEND:20260324T090000'],
      '03-24T08:00 03-24T09:00',
    ],
    [
      'of the reader’s clock, where nobody knows the zone',
      ['DTSTART;TZID=Mars:20260324T080000', 'DTEND;TZID=Mars:20260324T090000'],
      '03-24T08:00 03-24T09:00',
    ],
    ['a moment', ['DTSTART:20260324T080000Z'], '03-24T09:00 03-24T09:00'],
  ])('%s', (_name, lines, expected) => {
    expect(times(calendar(BERLIN, event(...lines)))).toEqual([expected]);
  });

  test('whole days, whatever the zone of the reader', () => {
    const text = calendar(event('DTSTART;VALUE=DATE:20260324', 'DTEND;VALUE=DATE:20260326'));
    for (const zone of ['Europe/Berlin', 'Pacific/Apia', 'UTC']) {
      expect(readEvents(text, { ...week, zone })).toMatchObject([
        { start: '2026-03-24T00:00:00', end: '2026-03-26T00:00:00', isAllDay: true, length: 172_800 },
      ]);
    }
    expect(times(calendar(event('DTSTART;VALUE=DATE:20260329')))).toEqual(['03-29T00:00 03-30T00:00']);
  });
});

describe('repetitions', () => {
  const daily = ['DTSTART;TZID=W. Europe Standard Time:20260301T090000', 'DURATION:PT1H'];

  test('keep their wall time over a change of clocks', () => {
    const found = readEvents(calendar(BERLIN, event(...daily, 'RRULE:FREQ=DAILY')), {
      ...week,
      to: '2026-03-30' as WallDate,
    });
    expect(found.map(({ start }) => start.slice(8, 16))).toEqual(
      ['23', '24', '25', '26', '27', '28', '29', '30'].map((day) => `${day}T09:00`),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(8);
  });

  test('leave out, move and cancel single ones', () => {
    const text = calendar(
      BERLIN,
      event(
        ...daily,
        'RRULE:FREQ=DAILY;UNTIL=20260326T230000Z',
        'EXDATE;TZID=W. Europe Standard Time:20260323T090000',
      ),
      event(
        'RECURRENCE-ID;TZID=W. Europe Standard Time:20260324T090000',
        'DTSTART;TZID=W. Europe Standard Time:20260324T150000',
        'DURATION:PT30M',
      ),
      event(
        'RECURRENCE-ID;TZID=W. Europe Standard Time:20260325T090000',
        'DTSTART;TZID=W. Europe Standard Time:20260325T090000',
        'STATUS:CANCELLED',
      ),
    );
    expect(times(text)).toEqual(['03-24T15:00 03-24T15:30', '03-26T09:00 03-26T10:00']);
  });

  test('that were moved here from long before are seen once', () => {
    const moved = (from: string) =>
      event(
        `RECURRENCE-ID;TZID=W. Europe Standard Time:${from}T090000`,
        'DTSTART;TZID=W. Europe Standard Time:20260324T150000',
        'DURATION:PT30M',
      );
    const rule = 'RRULE:FREQ=DAILY;UNTIL=20260302T230000Z';
    expect(times(calendar(BERLIN, event(...daily, rule), moved('20260301')))).toEqual([
      '03-24T15:00 03-24T15:30',
    ]);
    expect(
      times(calendar(BERLIN, event(...daily, 'RRULE:FREQ=DAILY;UNTIL=20260324T230000Z'), moved('20260324'))),
    ).toEqual(['03-23T09:00 03-23T10:00', '03-24T15:00 03-24T15:30']);
  });

  test('that last over days are seen on each of them', () => {
    const long = [
      'DTSTART;TZID=W. Europe Standard Time:20260101T090000',
      'DURATION:P6D',
      'RRULE:FREQ=WEEKLY',
    ];
    expect(times(calendar(BERLIN, event(...long)))).toEqual([
      '03-19T09:00 03-25T09:00',
      '03-26T09:00 04-01T09:00',
    ]);
  });

  test('on some days of the week, so many times', () => {
    const rule = 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9';
    expect(times(calendar(BERLIN, event(...daily, rule)))).toEqual([
      '03-23T09:00 03-23T10:00',
      '03-25T09:00 03-25T10:00',
    ]);
  });

  test('every second for ever come to an end', () => {
    let isCut = false;
    const text = calendar(event('DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY'));
    expect(readEvents(text, week, () => (isCut = true))).toEqual([]);
    expect(isCut).toBe(true);
  });

  test.each([
    ['FREQ=DAILY;INTERVAL=3', ['25', '28']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR', ['24', '27']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;WKST=SU', ['24', '27']],
    ['FREQ=DAILY;BYDAY=SA,SU', ['28', '29']],
    ['FREQ=MONTHLY;BYDAY=4TU', ['24']],
    ['FREQ=DAILY;COUNT=3', []],
  ])('of long ago are the same as if each was walked through: %s', (rule, days) => {
    // Tuesday, 80 weeks before the 24th and 560 days.
    const text = calendar(
      BERLIN,
      event(
        'DTSTART;TZID=W. Europe Standard Time:20240910T090000',
        'DTEND;TZID=W. Europe Standard Time:20240910T100000',
        `RRULE:${rule}`,
      ),
    );
    const cut = () => expect.fail('it was cut');
    const found = readEvents(text, week, cut).map(({ start, end }) => [
      start.slice(8, 10),
      end.slice(11, 16),
    ]);
    expect(found).toEqual(days.map((day) => [day, '10:00']));
  });
});

test('an event counts when it has a moment of the range', () => {
  const at = (start: string, end: string) => times(calendar(event(`DTSTART:${start}`, `DTEND:${end}`)));
  expect(at('20260322T220000Z', '20260322T230000Z')).toEqual([]);
  expect(at('20260322T220000Z', '20260322T230001Z')).toHaveLength(1);
  expect(at('20260329T215959Z', '20260330T100000Z')).toHaveLength(1);
  expect(at('20260329T220000Z', '20260330T100000Z')).toEqual([]);
});

test('texts and whether the time stays free are told', () => {
  const text = calendar(event('DTSTART:20260324T080000Z', 'LOCATION:Room\\, 1', 'TRANSP:TRANSPARENT'));
  expect(readEvents(text, week)).toMatchObject([{ title: 'Meeting', location: 'Room, 1', isBusy: false }]);
});

test('one event that nobody can read leaves the others', () => {
  const text = calendar(event('DTSTART:yesterday'), event('DTSTART:20260324T080000Z'), event());
  expect(times(text)).toEqual(['03-24T09:00 03-24T09:00']);
});

test.each(['', '<html></html>', 'BEGIN:VCALENDAR\nBEGIN:VEVENT', '{}'])('%j is no calendar', (text) => {
  expect(() => readEvents(text, week)).toThrow(/no iCalendar data/);
});

test('whatever a calendar holds, reading it ends well or with a fault', () => {
  const line = fc.constantFrom(
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'DTSTART:20260324T080000Z',
    'RRULE:FREQ=HOURLY',
    'RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2',
    'DTEND:20260101T000000Z',
    'UID:x',
    'DURATION:-P1D',
    'RECURRENCE-ID:20260324T080000Z',
    'EXDATE:x',
    ':',
    'DTSTART;VALUE=DATE:20269999',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const text = calendar(...lines);
      try {
        for (const { length } of readEvents(text, week)) expect(length).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect((error as Error).message).toMatch(/no iCalendar data/);
      }
    }),
    { numRuns: 60 },
  );
});
