import type { Reach } from '../../outbound/guard.ts';
import { CalendarFault } from './fault.ts';
import { fetchCalendar } from './fetch.ts';

/** Milliseconds in which a calendar is not asked for again. */
const FRESH = 120_000;
/** Calendars that one process remembers. */
const MOST = 50;

interface Known {
  url: string;
  text: string;
  etag: string | null;
  /** Epoch milliseconds. */
  readAt: number;
}

/** Answers the content of calendars; CalendarFault when one cannot be read. */
export type ReadCalendar = (id: string, url: string) => Promise<string>;

/** Remembers what it has read for two minutes, and then asks whether it has changed. */
export function createReader(reach: Reach, clock: () => number): ReadCalendar {
  const known = new Map<string, Known>();
  return async (id, url) => {
    const before = known.get(id);
    const same = before?.url === url ? before : null;
    if (same && clock() - same.readAt < FRESH) return same.text;
    const fetched = await fetchCalendar(url, same?.etag ?? null, reach);
    const text = fetched.text ?? same?.text;
    if (text === undefined) throw new CalendarFault('the calendar’s server answered nothing');
    known.delete(id);
    known.set(id, { url, text, etag: fetched.etag, readAt: clock() });
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return text;
  };
}
