const DATE_TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** An instant (RFC 3339, UTC) as date and time in the zone of this machine. */
export function dateTimeText(instant: string): string {
  return DATE_TIME.format(new Date(instant));
}

/** An instant (RFC 3339, UTC) as a date in the zone of this machine. */
export function dateText(instant: string): string {
  return DATE.format(new Date(instant));
}
