/** The time zones to choose from (IANA names), with UTC first, and `current` even where the browser does not list it. */
export function timeZones(current: string): string[] {
  const listed = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  return [...new Set(['UTC', ...listed, current])];
}

/** The time of day in a zone now, in the form of a locale. */
export function timeIn(timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(new Date());
}
