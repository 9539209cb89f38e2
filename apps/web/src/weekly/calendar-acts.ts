import type { CalendarEvent } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import type { CalendarEntry } from './entry.ts';

/** What the pieces of the calendar ask of it. */
export interface CalendarActs {
  readonly open: (entry: CalendarEntry) => void;
  /** Opens the dialog that books an event. */
  readonly book: (event: CalendarEvent) => void;
  /** Opens the dialog that adds time at a clock time of a day. */
  readonly addAt: (date: WallDate, clock: number) => void;
  /** The cursor comes to a clock time of a day, or to what has this key. */
  readonly focus: (date: WallDate, clock: number, key: string | null) => void;
}
