import type { CalendarEvents, CalendarSource } from '@stint/contract';
import { expect, test } from 'vitest';
import { isAddress, nameFor, stateOf } from './calendar-state.ts';
import { readOutcome } from './outcome.ts';

const calendar: CalendarSource = {
  id: 'mine',
  name: 'Mine',
  color: '0f6cbd',
  isEnabled: true,
  kind: 'ical',
  host: 'calendar.example',
  account: null,
  needsConnecting: false,
};
const event = (calendarId: string) => ({ calendarId }) as CalendarEvents['events'][number];

test('a calendar is told by its own events and faults only', () => {
  const read = {
    events: [event('mine'), event('other'), event('mine')],
    faults: [{ calendarId: 'other', message: 'no' }],
  };
  expect(stateOf(calendar, read)).toEqual({ kind: 'good', events: 2 });
  const fault = { events: [], faults: [{ calendarId: 'mine', message: 'it cannot be reached' }] };
  expect(stateOf(calendar, fault)).toEqual({ kind: 'fault', reason: 'it cannot be reached' });
});

test.each([
  [{ isEnabled: false }, 'off'],
  [{}, 'checking'],
  [{ needsConnecting: true, isEnabled: false }, 'addressLost'],
  [{ needsConnecting: true, kind: 'google' as const }, 'accountLost'],
])('%j is %s', (change, kind) => {
  expect(stateOf({ ...calendar, ...change }, null)).toEqual({ kind });
});

test.each([
  ['https://calendar.example/a.ics', true],
  [' WEBCAL://calendar.example/a.ics ', true],
  ['calendar.example/a.ics', false],
  ['https://', false],
  ['ftp://calendar.example', false],
  ['https://exa mple', false],
])('%s may be an address: %s', (text, may) => {
  expect(isAddress(text)).toBe(may);
});

test('a calendar without a name is called by its host', () => {
  expect(nameFor(' Work ', 'https://calendar.example/a')).toBe('Work');
  expect(nameFor(' ', 'webcal://calendar.example/a')).toBe('calendar.example');
  expect(nameFor('', 'nothing')).toBe('');
});

test('a wrong outcome is as none', () => {
  expect([{ calendar: 'denied' }, { calendar: 'x' }, {}].map(readOutcome)).toEqual([
    { calendar: 'denied' },
    {},
    {},
  ]);
});
