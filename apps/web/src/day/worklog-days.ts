import type { WorkLog } from '@stint/contract';
import {
  addDays,
  dayOf,
  instant,
  readWallTime,
  seconds,
  splitAtMidnight,
  toInstant,
  toWallTime,
  type WallDate,
} from '@stint/domain';

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
 * share of each (product.md, Rules that hold everywhere). `zone` is the owner's time zone.
 */
export function groupByDay(worklogs: readonly WorkLog[], zone: string): WorklogDay[] {
  const days = new Map<WallDate, { order: string; entry: DayEntry }[]>();
  for (const worklog of worklogs) {
    for (const { date, order, entry } of entriesOf(worklog, zone))
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

function entriesOf(worklog: WorkLog, zone: string) {
  const start = readWallTime(worklog.timestamp.slice(0, 19));
  if (start === null) return [];
  return splitAtMidnight(toInstant(start, zone), seconds(worklog.length), zone).map((part) => {
    const from = toWallTime(part.startedAt, zone);
    const to = toWallTime(instant(part.startedAt + part.seconds * 1000), zone);
    const end = dayOf(to) === part.date ? to.slice(11, 16) : '24:00';
    const entry = {
      key: `${worklog.id} ${part.date}`,
      worklog,
      when: `${from.slice(11, 16)} – ${end}`,
      lengthSeconds: part.seconds,
    };
    return { date: part.date, order: from, entry };
  });
}

/** The title of a day: Today, Yesterday, else `Wed, 18 Nov`, with the year when it is another one. */
export function dayTitle(date: WallDate, today: WallDate): string {
  if (date === today) return 'Today';
  if (date === addDays(today, -1)) return 'Yesterday';
  if (date === addDays(today, 1)) return 'Tomorrow';
  return longDate(date, today);
}

/** The date in words: `Wed, 18 Nov`, with the year when it is another than today's. */
export function longDate(date: WallDate, today: WallDate): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`));
}

/** The calendar day it is now in a zone. */
export function todayIn(zone: string): WallDate {
  return dayOf(toWallTime(instant(Date.now()), zone));
}
