import type { CalendarEvent } from '@stint/contract';
import {
  clockChangeOf,
  type ClockChange,
  dayBlocks,
  dayOf,
  type Instant,
  readWallTime,
  seconds,
  toInstant,
  type WallDate,
  weekdayOf,
} from '@stint/domain';
import { type CalendarEntry, instantsOf } from '../entry.ts';
import { isBooked } from './booked.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { STEP } from './place.ts';

/** What a block stands for. `since`: when the running track began. */
export type Subject =
  | {
      readonly kind: 'entry';
      readonly id: string;
      readonly entry: CalendarEntry;
      readonly isOfEvent: boolean;
    }
  | { readonly kind: 'event'; readonly id: string; readonly event: CalendarEvent }
  | { readonly kind: 'running'; readonly id: string; readonly since: Instant };

/** One day’s part of something; from and to are seconds since midnight by the wall clock. */
interface DayShare {
  readonly key: string;
  readonly date: WallDate;
  readonly from: number;
  readonly to: number;
  /** Whether it begins and ends in this column, or goes on over midnight. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

type Part = Subject & DayShare;

/** A block of a column. */
export type Block = Part & Lane;

/** One day of the calendar. */
export interface Column {
  readonly date: WallDate;
  readonly isWeekend: boolean;
  readonly clockChange: ClockChange | null;
  readonly blocks: readonly Block[];
  /** Entries for the day as a whole. */
  readonly untimed: readonly CalendarEntry[];
  /** Events of whole days. */
  readonly wholeDay: readonly CalendarEvent[];
}

export interface CalendarContent {
  readonly entries: readonly CalendarEntry[];
  readonly events: readonly CalendarEvent[];
  /** The running track and how long it runs, in seconds. */
  readonly running: { readonly since: Instant; readonly length: number } | null;
}

/** Lays everything out in columns, one for each of `days`, by the clocks of `zone`. */
export function columnsOf(days: readonly WallDate[], content: CalendarContent, zone: string): Column[] {
  const { entries, events } = content;
  const parts = Map.groupBy(partsOf(content, zone), ({ date }) => date);
  return days.map((date) => ({
    date,
    isWeekend: weekdayOf(date) === 0 || weekdayOf(date) === 6,
    clockChange: clockChangeOf(date, zone),
    blocks: laidOut(parts.get(date) ?? []),
    untimed: entries.filter(({ hasClockTime, start }) => !hasClockTime && dayOf(start) === date),
    wholeDay: events.filter(
      ({ isAllDay, start, end }) => isAllDay && start < `${date}T24` && end > `${date}T00:00:00`,
    ),
  }));
}

function partsOf({ entries, events, running }: CalendarContent, zone: string): Part[] {
  const timed = entries.filter(({ hasClockTime }) => hasClockTime);
  const free = events.filter((event) => !event.isAllDay && event.length > 0);
  return [
    ...timed.flatMap((entry) => {
      const isOfEvent = free.some((event) => isBooked(event, [entry]));
      const subject = { kind: 'entry', id: entry.id, entry, isOfEvent } as const;
      return split(subject, instantsOf(entry, zone)[0], entry.length, zone);
    }),
    ...free.flatMap((event) => {
      const start = readWallTime(event.start.slice(0, 19));
      if (start === null || isBooked(event, timed)) return [];
      return split({ kind: 'event', id: event.id, event }, toInstant(start, zone), event.length, zone);
    }),
    ...(running === null
      ? []
      : split(
          { kind: 'running', id: 'running', since: running.since },
          running.since,
          Math.max(1, running.length),
          zone,
        )),
  ];
}

function split(subject: Subject, from: Instant, length: number, zone: string): Part[] {
  const found = dayBlocks(from, seconds(length), zone);
  return found.map((block, index) => ({
    ...subject,
    key: `${subject.id} ${block.date}`,
    date: block.date,
    from: block.from,
    to: block.to,
    isStart: index === 0,
    isEnd: index === found.length - 1,
  }));
}

/** Short blocks take the room of a step, so that they can be read and seized. */
function laidOut(parts: readonly Part[]): Block[] {
  const seen = parts.map(({ from, to }) => ({ from, to: Math.max(to, from + STEP) }));
  const lanes = lanesOf(seen);
  const blocks = parts.map((part, index) => ({
    ...part,
    ...(lanes[index] ?? { lane: 0, lanes: 1, span: 1 }),
  }));
  return blocks.sort((a, b) => a.from - b.from || a.lane - b.lane);
}
