import { type BookEffect, currentTrackLength, type Instant, type TrackingEffect } from '@stint/domain';
import { beginsIn, type Day } from './day.ts';
import type { TrackRecord } from './record.ts';

/** Booked time in seconds: mine today, mine on the shown work item, everyone's on it. */
export interface Totals {
  today: number;
  mine: number;
  team: number;
}

/** The totals with a track that was booked after they were read; `workItemId` is the one they are about. */
function withBooked(totals: Totals, booked: BookEffect, workItemId: number | null, day: Day): Totals {
  const onItem = workItemId !== null && booked.workItemId === workItemId ? booked.seconds : 0;
  const today = beginsIn(day, booked.startedAt, booked.timeZoneMinutes) ? booked.seconds : 0;
  return { today: totals.today + today, mine: totals.mine + onItem, team: totals.team + onItem };
}

/** The totals with the track that runs now. */
export function withRunning(totals: Totals, { tracking }: TrackRecord, now: Instant, day: Day): Totals {
  const { run } = tracking;
  if (run === null) return totals;
  const length = currentTrackLength(tracking, now);
  const today = beginsIn(day, run.startedAt, run.timeZoneMinutes) ? length : 0;
  return { today: totals.today + today, mine: totals.mine + length, team: totals.team + length };
}

/** The totals with all tracks that effects have booked. */
export function withEffects(
  totals: Totals,
  { effects, record }: { effects: readonly TrackingEffect[]; record: TrackRecord },
  day: Day,
): Totals {
  return effects.reduce(
    (sums, effect) => (effect.type === 'book' ? withBooked(sums, effect, record.workItemId, day) : sums),
    totals,
  );
}
