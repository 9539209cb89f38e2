import { Type } from 'typebox';
import { call } from '../call.ts';
import {
  CalendarEvents,
  CalendarService,
  CalendarSource,
  CalendarSourceChange,
  NewCalendarSource,
} from '../schemas/calendar.ts';
import { ClientTime, Guid } from '../schemas/common.ts';

const one = { params: Type.Object({ id: Guid }) };

export const listCalendarSources = call({
  id: 'listCalendarSources',
  area: 'rest',
  method: 'GET',
  path: '/calendar/sources',
  summary: 'The caller’s calendars, by name.',
  answer: Type.Array(CalendarSource),
});

export const listCalendarServices = call({
  id: 'listCalendarServices',
  area: 'rest',
  method: 'GET',
  path: '/calendar/services',
  summary: 'Where calendars of accounts can be connected.',
  answer: Type.Array(CalendarService),
});

export const addCalendarSource = call({
  id: 'addCalendarSource',
  area: 'rest',
  method: 'POST',
  path: '/calendar/sources',
  summary: 'Adds a calendar of the caller by its iCalendar address, which is not answered any more.',
  body: NewCalendarSource,
  answer: CalendarSource,
});

export const changeCalendarSource = call({
  id: 'changeCalendarSource',
  area: 'rest',
  method: 'PATCH',
  path: '/calendar/sources/:id',
  summary: 'Changes a calendar of the caller; a field left out or null keeps its value.',
  ...one,
  body: CalendarSourceChange,
  answer: CalendarSource,
});

export const deleteCalendarSource = call({
  id: 'deleteCalendarSource',
  area: 'rest',
  method: 'DELETE',
  path: '/calendar/sources/:id',
  summary: 'Forgets a calendar of the caller; access to an account is given back where the service takes it.',
  ...one,
  answer: Type.Null(),
});

export const listCalendarEvents = call({
  id: 'listCalendarEvents',
  area: 'rest',
  method: 'GET',
  path: '/calendar/events',
  summary:
    'The events of the caller’s calendars that have a day of the range, at most 62 days, by the caller’s clock; this week unless a range is given.',
  query: Type.Object({ $from: Type.Optional(ClientTime), $to: Type.Optional(ClientTime) }),
  answer: CalendarEvents,
});
