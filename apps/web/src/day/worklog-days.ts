import type { WorkLog } from '@stint/contract';
import { addDays, dayOf, instant, toWallTime, type WallDate } from '@stint/domain';
import type { Formats } from '@stint/ui';
import { partsOf } from '../worklogs/totals.ts';

type DayFormats = Pick<Formats, 'times' | 'settings'>;

/** One worklog's share of one day, as the list shows it. */
export interface DayEntry {
  readonly key: string;
  readonly worklog: WorkLog;
  /** From and to by the owner's wall clock: `09:10 – 11:25`; an entry that goes on after midnight ends at 24:00. */
  readonly when: string;
  readonly lengthSeconds: number;
}

/** One calendar day with its entries, newest first. */
export interface WorklogDay {
  readonly date: WallDate;
  readonly totalSeconds: number;
  readonly entries: readonly DayEntry[];
}

/**
 * Gathers worklogs by calendar day, newest day and entry first; an entry across midnight stands in both days with its
 * share of each (product.md, Rules that hold everywhere). The zone of the formats is the owner's.
 */
export function groupByDay(worklogs: readonly WorkLog[], formats: DayFormats): WorklogDay[] {
  const days = new Map<WallDate, { order: string; entry: DayEntry }[]>();
  for (const worklog of worklogs) {
    for (const { date, order, entry } of entriesOf(worklog, formats))
      days.set(date, [...(days.get(date) ?? []), { order, entry }]);
  }
  return [...days]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([date, found]) => {
      const entries = found.sort((a, b) => b.order.localeCompare(a.order)).map(({ entry }) => entry);
      return {
        date,
        entries,
        totalSeconds: entries.reduce((total, entry) => total + entry.lengthSeconds, 0),
      };
    });
}

function entriesOf(worklog: WorkLog, { times, settings: { timeZone: zone } }: DayFormats) {
  return partsOf(worklog, zone).map((part) => {
    const from = toWallTime(part.startedAt, zone);
    const to = toWallTime(instant(part.startedAt + part.seconds * 1000), zone);
    const entry = {
      key: `${worklog.id} ${part.date}`,
      worklog,
      when: times(from, dayOf(to) === part.date ? to : null),
      lengthSeconds: part.seconds,
    };
    return { date: part.date, order: from, entry };
  });
}

/** The name that people use for a day near today; null for all others. */
export function relativeDay(date: WallDate, today: WallDate): 'today' | 'yesterday' | 'tomorrow' | null {
  if (date === today) return 'today';
  if (date === addDays(today, -1)) return 'yesterday';
  return date === addDays(today, 1) ? 'tomorrow' : null;
}
