import { addDays, type Instant, instant, startOfDay, toInstant, type WallDate } from '@stint/domain';
import { type Event, LONGEST_TEXT, type Range, wallOf } from '../range.ts';

/** When an event is: whole days, the last one exclusive, or instants. */
export type When = { from: WallDate; to: WallDate } | { start: Instant; end: Instant };

/** What both services tell of an event. */
export interface Told {
  id: string;
  title: string;
  location: string;
  when: When;
  isBusy: boolean;
}

/** An event in the wall time of who looks at it. */
export function eventOf({ id, title, location, when, isBusy }: Told, { zone }: Range): Event {
  const isAllDay = 'from' in when;
  const place = location.trim().slice(0, LONGEST_TEXT);
  return {
    id,
    title: title.slice(0, LONGEST_TEXT),
    location: place === '' ? null : place,
    ...(isAllDay ? ofDays(when, zone) : ofInstants(when, zone)),
    isAllDay,
    isBusy,
  };
}

function ofDays(
  { from, to }: { from: WallDate; to: WallDate },
  zone: string,
): Pick<Event, 'start' | 'end' | 'length'> {
  const [start, end] = [startOfDay(from), startOfDay(to > from ? to : addDays(from, 1))];
  return { start, end, length: (toInstant(end, zone) - toInstant(start, zone)) / 1000 };
}

function ofInstants(
  { start, end }: { start: Instant; end: Instant },
  zone: string,
): Pick<Event, 'start' | 'end' | 'length'> {
  const until = instant(Math.max(start, end));
  return {
    start: wallOf(start, zone),
    end: wallOf(until, zone),
    length: Math.round((until - start) / 1000),
  };
}

/** null for what is no date such as `2026-03-09`. */
export function dateOf(text: string): WallDate | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? (text as WallDate) : null;
}

/** null for what is no time with its offset. */
export function instantOf(text: string): Instant | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : instant(at);
}
