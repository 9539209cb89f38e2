import { type Static, Type } from 'typebox';
import { Colour, Guid, NameOf, OrNull, WallTimeText } from './common.ts';

const source = {
  name: NameOf(100),
  color: Colour,
  isEnabled: Type.Boolean(),
};

/** An address with iCalendar data; `webcal` stands for `https`. It is a secret of its owner: stored sealed, and never answered. */
const url = Type.String({
  minLength: 8,
  maxLength: 2_000,
  pattern: '^([Hh][Tt][Tt][Pp][Ss]?|[Ww][Ee][Bb][Cc][Aa][Ll])://',
  title: 'An address such as https://calendar.example.com/ann.ics, of at most 2000 characters',
});

const AccountKind = Type.Union([Type.Literal('outlook'), Type.Literal('google')]);

/** A calendar that a person sees beside their time. */
export const CalendarSource = Type.Object({
  id: Guid,
  ...source,
  /** An iCalendar address, or the main calendar of an account. */
  kind: Type.Union([Type.Literal('ical'), ...AccountKind.anyOf]),
  /** The host of its address. */
  host: Type.String(),
  account: OrNull(Type.String({ description: 'The account at Microsoft or Google, as it calls itself' })),
  needsConnecting: Type.Boolean({ description: 'Whether the account has to be connected again' }),
});

/** A service where calendars of accounts can be connected. */
export const CalendarService = Type.Object({
  kind: AccountKind,
  name: Type.String(),
  url: Type.String({
    description: 'Where to send the browser of a signed-in person, with `?returnTo=` a page of ours',
  }),
});

export const NewCalendarSource = Type.Object({
  name: source.name,
  url,
  color: Type.Optional(source.color),
  isEnabled: Type.Optional(source.isEnabled),
});

/** A change: a field left out or null keeps its value. */
export const CalendarSourceChange = Type.Partial(Type.Object({ ...source, url }));

/** An event; times are wall time of the person. */
export const CalendarEvent = Type.Object({
  /** The same each time that the calendar is read. */
  id: Type.String(),
  calendarId: Guid,
  title: Type.String(),
  location: OrNull(Type.String()),
  start: WallTimeText,
  /** Exclusive; of an event of whole days the midnight after its last one. */
  end: WallTimeText,
  length: Type.Integer({ minimum: 0, description: 'Whole seconds' }),
  isAllDay: Type.Boolean(),
  /** false for events that leave the time free. */
  isBusy: Type.Boolean(),
});

export const CalendarEvents = Type.Object({
  events: Type.Array(CalendarEvent),
  /** Calendars that could not be read. */
  faults: Type.Array(Type.Object({ calendarId: Guid, message: Type.String() })),
});

export type CalendarService = Static<typeof CalendarService>;
export type CalendarSource = Static<typeof CalendarSource>;
export type NewCalendarSource = Static<typeof NewCalendarSource>;
export type CalendarSourceChange = Static<typeof CalendarSourceChange>;
export type CalendarEvent = Static<typeof CalendarEvent>;
export type CalendarEvents = Static<typeof CalendarEvents>;
