import { addDays, daysBetween, type WallDate } from '@stint/domain';
import type { Column } from '../layout/columns.ts';

/** Something that keys lead to: an entry, an event, or a free half hour. */
export interface Stop {
  readonly key: string;
  readonly kind: 'entry' | 'event' | 'slot';
  /** The id of the entry or event; empty for a slot. */
  readonly id: string;
  readonly date: WallDate;
  /** Where it begins and ends, in seconds since midnight; what has no time of day begins before all others. */
  readonly from: number;
  readonly to: number;
}

/** Where keys are, or want to go: what stands at a clock time of a day, or what has this key. */
export interface Cursor {
  readonly date: WallDate;
  readonly clock: number;
  readonly key: string | null;
}

const SLOT = 1800;
const DAY_SECONDS = 86_400;
/** Where whatever has no time of day stands. */
const BEFORE_ALL = -1;

/** Everything of a day that keys lead to, from top to bottom; half hours that an entry begins or covers are left out. */
export function stopsOf({ date, blocks, untimed }: Column): Stop[] {
  const onTop = untimed.map(
    ({ id }): Stop => ({
      key: `${id} ${date}`,
      kind: 'entry',
      id,
      date,
      from: BEFORE_ALL,
      to: BEFORE_ALL,
    }),
  );
  const inGrid = blocks.flatMap(({ kind, id, key, from, to }): Stop[] =>
    kind === 'running' ? [] : [{ key, kind, id, date, from, to }],
  );
  const isTaken = (clock: number) =>
    inGrid.some(
      ({ kind, from, to }) =>
        kind === 'entry' && from < clock + SLOT && Math.max(to, from + 1) > clock && from <= clock,
    );
  const slots: Stop[] = [];
  for (let clock = 0; clock < DAY_SECONDS; clock += SLOT)
    if (!isTaken(clock))
      slots.push({ key: `slot ${date} ${clock}`, kind: 'slot', id: '', date, from: clock, to: clock + SLOT });
  // The sort is stable: entries stand before events and slots that begin with them.
  return [...onTop, ...[...inGrid, ...slots].sort((a, b) => a.from - b.from)];
}

/** The stop that a cursor is at; null only where its day is not shown. */
export function stopAt(days: readonly (readonly Stop[])[], { date, clock, key }: Cursor): Stop | null {
  const stops = days.find(([first]) => first?.date === date);
  if (!stops) return null;
  const named = stops.find((stop) => stop.key === key);
  if (named) return named;
  const covering = stops.filter(({ from, to }) => from <= clock && clock < to);
  const last = stops.findLast(({ from }) => from <= clock);
  return (
    covering.find(({ kind }) => kind === 'entry') ??
    covering.find(({ kind }) => kind === 'slot') ??
    last ??
    stops[0] ??
    null
  );
}

/** Where a key leads from a stop; a day that is not shown may come out. Null for keys that do not move. */
export function cursorAfter(key: string, at: Stop, days: readonly (readonly Stop[])[]): Cursor | null {
  const beside = (date: WallDate): Cursor => ({ date, clock: Math.max(BEFORE_ALL, at.from), key: null });
  const dates = days.flatMap(([first]) => (first ? [first.date] : []));
  switch (key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const stops = days.find(([first]) => first?.date === at.date) ?? [];
      const index = stops.findIndex((stop) => stop.key === at.key);
      const next = stops[index + (key === 'ArrowUp' ? -1 : 1)];
      return cursorOf(next ?? at);
    }
    case 'ArrowLeft':
      return beside(addDays(at.date, -1));
    case 'ArrowRight':
      return beside(addDays(at.date, 1));
    case 'Home':
      return beside(dates[0] ?? at.date);
    case 'End':
      return beside(dates.at(-1) ?? at.date);
    default:
      return null;
  }
}

/** The cursor that is at a stop. */
export function cursorOf({ date, from, key }: Stop): Cursor {
  return { date, clock: Math.max(0, from), key };
}

/** A day is shown when it lies among these. */
export function isShown(date: WallDate, days: readonly WallDate[]): boolean {
  const [first] = days;
  return first !== undefined && daysBetween(first, date) >= 0 && daysBetween(first, date) < days.length;
}
