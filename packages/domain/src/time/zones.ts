import type { Instant } from '../brands.ts';

/** Zone names come from stored settings, in any letter case; the bound keeps a hostile list from filling the memory. */
const MOST_CACHED_ZONES = 1000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Says whether a text is the name of an IANA time zone. Bare offsets such as `+02:00` are not names. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Since 1972 the offsets of zones change at whole quarters of an hour only, in milliseconds. */
const QUARTER = 900_000;
const FIRST_EXACT_QUARTER = Date.UTC(1973, 0, 1) / QUARTER;
/** Some weeks of quarters in a few zones, which most questions are about. */
const MOST_CACHED_OFFSETS = 10_000;
const offsets = new Map<string, number>();

/**
 * Seconds that the clocks of a zone are ahead of UTC (east is positive) at an instant. Throws RangeError for an unknown
 * zone. Answers are kept, since reading one is the costliest part of any wall time.
 */
export function offsetSeconds(zone: string, at: Instant): number {
  const quarter = Math.floor(at / QUARTER);
  const key = `${quarter} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const seconds = readOffset(zone, at);
  if (offsets.size >= MOST_CACHED_OFFSETS) offsets.clear();
  if (quarter >= FIRST_EXACT_QUARTER) offsets.set(key, seconds);
  return seconds;
}

function readOffset(zone: string, at: Instant): number {
  const [, sign, hours, minutes, rest] = OFFSET.exec(formatterOf(zone).format(at)) ?? [];
  if (sign === undefined) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest ?? 0);
  return sign === '-' ? -size : size;
}

/**
 * Minutes that the clocks of a zone are ahead of UTC (east is positive) at an instant, as the API writes time zones.
 * Offsets of historic local times, which have seconds, are rounded. Throws RangeError for an unknown zone.
 */
export function offsetMinutes(zone: string, at: Instant): number {
  return Math.round(offsetSeconds(zone, at) / 60);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    timeZoneName: 'longOffset',
  });
  if (formatters.size >= MOST_CACHED_ZONES) formatters.clear();
  formatters.set(zone, made);
  return made;
}
