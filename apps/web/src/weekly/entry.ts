import type { Timesheet, TimesheetEntry } from '@stint/contract';
import { type Instant, readWallTime, toInstant, type WallTime } from '@stint/domain';
import type { LabelledWorkItem } from '@stint/ui';

/** A worklog as the calendar shows it. */
export interface CalendarEntry extends Omit<TimesheetEntry, 'timestamp'> {
  /** By the owner’s wall clock; midnight for entries without a time of day. */
  readonly start: WallTime;
  readonly workItem: LabelledWorkItem | null;
}

/** When an entry is: what moving and resizing change. */
export interface Place {
  readonly start: WallTime;
  readonly hasClockTime: boolean;
  /** Whole seconds. */
  readonly length: number;
}

/** The entries of a timesheet, oldest first. */
export function entriesOf({ rows }: Pick<Timesheet, 'rows'>): CalendarEntry[] {
  const found = rows.flatMap(({ workItem, entries }) =>
    entries.flatMap(({ timestamp, ...entry }) => {
      const start = readWallTime(timestamp.slice(0, 19));
      return start === null ? [] : [{ ...entry, start, workItem }];
    }),
  );
  return found.sort((a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id));
}

/** The first and the first later instant of a place, in a zone. */
export function instantsOf({ start, length }: Place, zone: string): readonly [from: Instant, to: Instant] {
  const from = toInstant(start, zone);
  return [from, (from + length * 1000) as Instant];
}

/** How the API is told when a place begins: a day alone has no time of day. */
export function timestampOf({ start, hasClockTime }: Place): string {
  return hasClockTime ? start.slice(0, 19) : start.slice(0, 10);
}

/** Whether two places are the same. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.start === b.start && a.length === b.length && a.hasClockTime === b.hasClockTime;
}
