import {
  addDays,
  daysBetween,
  type Instant,
  instant,
  isTimeZone,
  startOfDay,
  toInstant,
  type WallDate,
  type WallTime,
} from '@stint/domain';
import ICAL from 'ical.js';
import { CalendarFault } from './fault.ts';
import {
  type Bounds,
  boundsOf,
  type Event,
  inOrder,
  isWithin,
  LONGEST_TEXT,
  MOST_EVENTS,
  type Range,
  wallOf,
} from './range.ts';

/** Repetitions that are looked at in one calendar: they cost time in which the server answers nobody. */
const MOST_REPETITIONS = 10_000;

/**
 * The events of iCalendar data (RFC 5545) that have a day of the range, in order: repetitions with their exceptions, in the zones that the
 * data brings; times without a zone are of `range.zone`. Cancelled ones are left out. CalendarFault when it is no such data;
 * `onCut` is told when there are more repetitions than can be looked at.
 */
export function readEvents(text: string, range: Range, onCut: () => void = () => undefined): Event[] {
  const components = calendarsIn(text).flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const exceptions = components.filter((each) => each.hasProperty('recurrence-id'));
  const bounds = boundsOf(range);
  const left = { repetitions: MOST_REPETITIONS };
  const found: Event[] = [];
  for (const component of components) {
    if (component.hasProperty('recurrence-id')) continue;
    const uid = component.getFirstPropertyValue('uid');
    const own = exceptions.filter((each) => each.getFirstPropertyValue('uid') === uid);
    found.push(...wellFormed(() => occurrencesOf(component, own, { range, bounds, left })));
    if (found.length >= MOST_EVENTS) break;
  }
  if (left.repetitions <= 0) onCut();
  return inOrder(found);
}

function calendarsIn(text: string): ICAL.Component[] {
  const roots = parsed(text).map((root) => new ICAL.Component(root as never));
  if (roots.some(({ name }) => name === 'vcalendar')) return roots;
  throw new CalendarFault('the address answers no iCalendar data');
}

/** The components at the top: one, or several after each other. */
function parsed(text: string): unknown[] {
  try {
    const read = ICAL.parse(text) as unknown[];
    return typeof read[0] === 'string' ? [read] : read;
  } catch {
    return [];
  }
}

interface Looking {
  range: Range;
  bounds: Bounds;
  /** How many more are looked at. */
  left: { repetitions: number };
}

function occurrencesOf(
  component: ICAL.Component,
  exceptions: ICAL.Component[],
  { range, bounds, left }: Looking,
): Event[] {
  const whole = new ICAL.Event(component);
  const early = whole.startDate === null ? range.from : earlyDay(whole, range);
  const event = new ICAL.Event(startedLater(component, early), { exceptions });
  if (event.startDate === null) return [];
  if (!event.isRecurring())
    return within([eventOf(event, event.startDate, event.endDate, range)], bounds, range);
  const found: Event[] = [];
  const repetitions = event.iterator();
  for (let next = repetitions.next(); next && left.repetitions > 0; next = repetitions.next()) {
    left.repetitions -= 1;
    const day = dateOf(next);
    if (day < early) continue;
    // An exception may have been moved in from later, but not by more than a range.
    if (day > addDays(range.to, MOST_DAYS_MOVED)) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(...within([eventOf(item, startDate, endDate, range)], bounds, range));
    if (found.length >= MOST_EVENTS) break;
  }
  return [...found, ...movedFromEarly(exceptions, early, { range, bounds })];
}

/** Days by which single repetitions are looked for before and after the range. */
const MOST_DAYS_MOVED = 62;

/** Repetitions that begin before this day end before the range, unless they were moved. */
function earlyDay(event: ICAL.Event, { from }: Range): WallDate {
  const days = Math.ceil(Math.max(event.duration.toSeconds(), 0) / 86_400);
  return addDays(from, -days - 2);
}

/** Repetitions of long before that were moved into the range. */
function movedFromEarly(
  exceptions: readonly ICAL.Component[],
  early: WallDate,
  { range, bounds }: Pick<Looking, 'range' | 'bounds'>,
): Event[] {
  return exceptions.flatMap((component) => {
    const item = new ICAL.Event(component);
    if (dateOf(item.recurrenceId) >= early) return [];
    return within([eventOf(item, item.startDate, item.endDate, range)], bounds, range);
  });
}

/**
 * The same event without its repetitions of long before: of one that repeats by days or weeks, the first that matters is counted, not
 * walked to. A rule that counts its repetitions is walked from its beginning.
 */
function startedLater(component: ICAL.Component, early: WallDate): ICAL.Component {
  const rule = component.getFirstPropertyValue('rrule');
  const start = component.getFirstPropertyValue('dtstart');
  if (!(rule instanceof ICAL.Recur) || !(start instanceof ICAL.Time) || rule.count !== null) return component;
  if (!['DAILY', 'WEEKLY'].includes(rule.freq) || component.getAllProperties('rrule').length > 1)
    return component;
  const period = Math.max(rule.interval, 1) * (rule.freq === 'DAILY' ? 1 : 7);
  const periods = Math.floor(daysBetween(dateOf(start), early) / period);
  if (periods < 1) return component;
  const later = new ICAL.Component(structuredClone(component.jCal) as never, component.parent);
  for (const name of ['dtstart', 'dtend']) {
    const property = later.getFirstProperty(name);
    const time: unknown = property?.getFirstValue();
    if (!property || !(time instanceof ICAL.Time)) continue;
    time.adjust(periods * period, 0, 0, 0);
    property.setValue(time);
  }
  return later;
}

/** Calendars have single events that nobody can read; they do not keep the others from being shown. */
function wellFormed(read: () => Event[]): Event[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** Those that are not cancelled and have a moment of the range. */
function within(events: (Event | null)[], bounds: Bounds, { zone }: Range): Event[] {
  return events.filter((event): event is Event => event !== null && isWithin(event, bounds, zone));
}

function eventOf(item: ICAL.Event, start: ICAL.Time, end: ICAL.Time, range: Range): Event | null {
  const { component } = item;
  if (textOf(component, 'status').toUpperCase() === 'CANCELLED') return null;
  const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? null;
  const isAllDay = start.isDate;
  const from = momentOf(start, range.zone, tzid);
  const until = Math.max(momentOf(end, range.zone, tzid), from) as Instant;
  const location = textOf(component, 'location').slice(0, LONGEST_TEXT);
  return {
    id: `${item.uid ?? ''} ${new Date(from).toISOString()}`,
    title: textOf(component, 'summary').slice(0, LONGEST_TEXT),
    location: location === '' ? null : location,
    start: isAllDay ? startOfDay(dateOf(start)) : wallOf(from, range.zone),
    end: isAllDay ? startOfDay(lastDay(start, end)) : wallOf(until, range.zone),
    length: Math.round((until - from) / 1000),
    isAllDay,
    isBusy: textOf(component, 'transp').toUpperCase() !== 'TRANSPARENT',
  };
}

/** An event of one day may name no end, or the day itself. */
function lastDay(start: ICAL.Time, end: ICAL.Time): WallDate {
  const [first, last] = [dateOf(start), dateOf(end)];
  return last > first ? last : addDays(first, 1);
}

/** When it is: by the zone that the data describes, by an IANA name that it only mentions, else by the reader's clock. */
function momentOf(time: ICAL.Time, zone: string, tzid: string | null): Instant {
  const isFloating = time.isDate || time.zone === null || time.zone.tzid === 'floating';
  if (!isFloating) return instant(time.toUnixTime() * 1000);
  const named = !time.isDate && tzid !== null && isTimeZone(tzid) ? tzid : zone;
  return toInstant(wallText(time), named);
}

function wallText(time: ICAL.Time): WallTime {
  const clock = time.isDate
    ? '00:00:00'
    : `${two(time.hour)}:${two(time.minute)}:${two(Math.min(time.second, 59))}`;
  return `${dateOf(time)}T${clock}` as WallTime;
}

function dateOf({ year, month, day }: ICAL.Time): WallDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as WallDate;
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
