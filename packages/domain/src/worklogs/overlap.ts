import { type Instant, type Seconds, seconds, type WallTime } from '../brands.ts';
import { addSeconds } from '../time/wall.ts';
import type { WorklogProblem } from './problem.ts';

/** Entries may share this much, in seconds: clocks differ, and whoever stops and starts anew does both within the same minute. */
export const OVERLAP_TOLERANCE = seconds(60);

/** When an entry was, as far as the no-overlap rule goes. */
export interface TimeInterval {
  readonly id: string;
  readonly startedAt: Instant;
  readonly seconds: Seconds;
  /** False for entries that name a day only: they lie nowhere in it and never collide. */
  readonly hasClockTime: boolean;
}

/** Says whether two entries of one person share more than `OVERLAP_TOLERANCE`. An entry never collides with itself. */
export function overlaps(a: TimeInterval, b: TimeInterval): boolean {
  if (a.id === b.id || !a.hasClockTime || !b.hasClockTime) return false;
  const shared = Math.min(endOf(a), endOf(b)) - Math.max(a.startedAt, b.startedAt);
  return shared > OVERLAP_TOLERANCE * 1000;
}

/** The places of two entries that collide, the smaller first; null when none do. The entries may be of several people. */
export function overlapping(
  entries: readonly (TimeInterval & { readonly personId: string })[],
): [number, number] | null {
  const inOrder = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.hasClockTime)
    .sort((a, b) => a.entry.startedAt - b.entry.startedAt);
  // Of a person's entries so far, the one that ends last shares the most with the next: no other need be looked at.
  const lastOf = new Map<string, (typeof inOrder)[number]>();
  for (const next of inOrder) {
    const last = lastOf.get(next.entry.personId);
    if (last && overlaps(last.entry, next.entry)) {
      return last.index < next.index ? [last.index, next.index] : [next.index, last.index];
    }
    if (!last || endOf(last.entry) < endOf(next.entry)) lastOf.set(next.entry.personId, next);
  }
  return null;
}

/** The entry that is in the way, in its owner's wall time; `worklogId` null is the running track, with its length until now. */
export interface OverlapFacts {
  readonly worklogId: string | null;
  readonly localStartedAt: WallTime;
  readonly seconds: Seconds;
}

/** Refuses an entry because of the one it overlaps (product.md: no overlaps, touching entries are fine). */
export function overlapProblem(facts: OverlapFacts): WorklogProblem {
  const start = facts.localStartedAt;
  const end = addSeconds(start, facts.seconds);
  const [other, remedy] =
    facts.worklogId === null
      ? [`the track that runs since ${start}`, `end by ${start}, or stop the track first`]
      : [
          `the worklog ${facts.worklogId} from ${start} to ${end}`,
          `end by ${start} or start at ${end} or later`,
        ];
  const message =
    `timeStamp: the time overlaps ${other}, and entries of one person may not overlap by more than ` +
    `${OVERLAP_TOLERANCE} seconds (setting noOverlap); ${remedy}.`;
  return { code: 'DbValidationError', field: 'timeStamp', setting: 'noOverlap', message };
}

function endOf(entry: TimeInterval): number {
  return entry.startedAt + entry.seconds * 1000;
}
