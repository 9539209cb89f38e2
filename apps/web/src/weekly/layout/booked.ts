import type { CalendarEvent } from '@stint/contract';
import type { Place } from '../entry.ts';

/** Seconds by which a booked entry may differ from its event. */
const TOLERANCE = 60;

/** Whether time is booked for an event: an entry begins when it does, and is as long. */
export function isBooked(event: Pick<CalendarEvent, 'start' | 'length'>, entries: readonly Place[]): boolean {
  const begin = Date.parse(`${event.start.slice(0, 19)}Z`);
  return entries.some(
    ({ start, length, hasClockTime }) =>
      hasClockTime &&
      Math.abs(length - event.length) < TOLERANCE &&
      Math.abs(Date.parse(`${start}Z`) - begin) < TOLERANCE * 1000,
  );
}
