import {
  type Instant,
  seconds,
  splitAtMidnight,
  toWallTime,
  type WallDate,
  dayOf,
  instant,
} from '@stint/domain';
import type { Run } from '../tracking/run.ts';
import type { KnownWorklog } from './worklogs.ts';

/** A worklog's share of one day. */
export interface DayEntry {
  readonly worklog: KnownWorklog;
  /** From and to on the owner's wall clock, `09:10`; an entry that goes on after midnight ends at `24:00`. */
  readonly from: string;
  readonly to: string;
  /** Seconds of this day. */
  readonly length: number;
  readonly startedAt: Instant;
}

export interface HistoryDay {
  readonly date: WallDate;
  /** Seconds. */
  readonly total: number;
  readonly entries: readonly DayEntry[];
}

/** Worklogs by calendar day, newest first; one across midnight stands in both days with its share of each. */
export function daysOf(worklogs: readonly KnownWorklog[], zone: string): HistoryDay[] {
  const days = new Map<WallDate, DayEntry[]>();
  for (const worklog of worklogs) {
    const parts = splitAtMidnight(worklog.startedAt, seconds(worklog.fields.length), zone);
    for (const { date, startedAt, seconds: length } of parts) {
      const end = toWallTime(instant(startedAt + length * 1000), zone);
      const from = toWallTime(startedAt, zone).slice(11, 16);
      const to = dayOf(end) === date ? end.slice(11, 16) : '24:00';
      days.set(date, [...(days.get(date) ?? []), { worklog, from, to, length, startedAt }]);
    }
  }
  return [...days]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([date, entries]) => ({
      date,
      entries: entries.sort((a, b) => b.startedAt - a.startedAt),
      total: entries.reduce((total, { length }) => total + length, 0),
    }));
}

/** The calendar day it is for the owner. */
export function todayOf(now: Instant, zone: string): WallDate {
  return dayOf(toWallTime(now, zone));
}

/** Since when the running track counts for today: its start, or midnight when it began before. */
export function runningSince(run: Pick<Run, 'startedAt'>, now: Instant, zone: string): Instant {
  const length = Math.max(0, Math.floor((now - run.startedAt) / 1000));
  const today = todayOf(now, zone);
  const part = splitAtMidnight(run.startedAt, seconds(length), zone).find(({ date }) => date === today);
  return part?.startedAt ?? run.startedAt;
}
