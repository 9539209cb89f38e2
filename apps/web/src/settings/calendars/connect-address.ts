import type { CalendarService } from '@stint/contract';

/** Where the browser goes to connect an account, and comes back from to this page. */
export function connectAddress({ url }: Pick<CalendarService, 'url'>): string {
  return `${url}?returnTo=${encodeURIComponent('/settings/calendars')}`;
}
