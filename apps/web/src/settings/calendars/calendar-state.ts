import type { CalendarEvents, CalendarSource } from '@stint/contract';

/** How a calendar is doing. */
export type CalendarState =
  | { readonly kind: 'off' | 'checking' | 'addressLost' | 'accountLost' }
  | { readonly kind: 'fault'; readonly reason: string }
  | { readonly kind: 'good'; readonly events: number };

/** How a calendar is doing, by what was read of it; null while it is being read. */
export function stateOf(
  { id, kind, isEnabled, needsConnecting }: CalendarSource,
  read: CalendarEvents | null,
): CalendarState {
  if (needsConnecting) return { kind: kind === 'ical' ? 'addressLost' : 'accountLost' };
  if (!isEnabled) return { kind: 'off' };
  if (read === null) return { kind: 'checking' };
  const fault = read.faults.find(({ calendarId }) => calendarId === id);
  if (fault) return { kind: 'fault', reason: fault.message };
  return { kind: 'good', events: read.events.filter(({ calendarId }) => calendarId === id).length };
}

/** Whether a text may be the address of a calendar; the server looks further. */
export function isAddress(text: string): boolean {
  const address = text.trim().replace(/^webcal:/i, 'https:');
  return /^https?:\/\/./i.test(address) && URL.canParse(address);
}

/** What a calendar is called where its owner gave no name: the host of its address. */
export function nameFor(name: string, address: string): string {
  const wish = name.trim();
  if (wish !== '' || !isAddress(address)) return wish;
  return new URL(address.trim().replace(/^webcal:/i, 'https:')).hostname.slice(0, 100);
}
