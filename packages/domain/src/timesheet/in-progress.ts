import { type Instant, instant, type WallDate } from '../brands.ts';
import { toWallTime } from '../time/convert.ts';
import { addDays, dayOf } from '../time/wall.ts';

/** What our copy of a work item tells of when it was worked on; instants are ISO 8601, null where nothing is known. */
export interface WorkedItem {
  /** Proposed, InProgress, Resolved, Completed or Removed. */
  readonly stateCategory: string;
  readonly activatedAt: string | null;
  readonly stateChangedAt: string | null;
  readonly closedAt: string | null;
}

/**
 * The days from `from` to `to` on which an item was in progress, by the clock of `zone`, never beyond `today`. Of an item
 * that has gone through several states only the last change is known, so what lay before may be missing.
 */
export function daysInProgress(
  item: WorkedItem,
  { from, to, today, zone }: { from: WallDate; to: WallDate; today: WallDate; zone: string },
): WallDate[] {
  const dayIn = (text: string | null) => {
    const at = instantOf(text);
    return at === null ? null : dayOf(toWallTime(at, zone));
  };
  const isOpen = item.stateCategory === 'InProgress';
  const begun = dayIn(item.activatedAt) ?? (isOpen ? dayIn(item.stateChangedAt) : null);
  const ended = isOpen ? today : (dayIn(item.closedAt) ?? dayIn(item.stateChangedAt));
  if (begun === null || ended === null || item.stateCategory === 'Proposed') return [];
  const last = [to, ended, today].reduce((least, day) => (day < least ? day : least));
  const days: WallDate[] = [];
  for (let day = from > begun ? from : begun; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function instantOf(text: string | null): Instant | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : instant(at);
}
