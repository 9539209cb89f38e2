import { type Instant, instant } from '@stint/domain';

/** Two clocks read at one moment, in milliseconds: the one people set, and one that nobody can set and that may stand still in sleep. */
export interface Reading {
  readonly wall: number;
  readonly steady: number;
}

/** What the app takes for the time: the wall clock and how far it is known to be off. */
export interface Timeline {
  readonly last: Reading;
  /** Milliseconds to add to the wall clock. */
  readonly correction: number;
}

/** What `advance` noticed; `clockSetBack` in milliseconds. */
export interface Advanced {
  readonly timeline: Timeline;
  readonly now: Instant;
  readonly clockSetBack: number;
}

/** Below this, two clocks only drift; in milliseconds. */
const TOLERANCE = 2_000;

/** Begins a timeline that trusts the wall clock. */
export function beginTimeline(reading: Reading): Timeline {
  return { last: reading, correction: 0 };
}

/**
 * Reads the time. A wall clock that was set back does not take time away: the steady clock says how much really passed. One
 * that ran ahead of the steady clock means sleep, and is believed; the server corrects it if somebody set it forward.
 */
export function advance(timeline: Timeline, reading: Reading): Advanced {
  const { last, correction } = timeline;
  const drift = reading.wall - last.wall - (reading.steady - last.steady);
  const clockSetBack = drift < -TOLERANCE ? -drift : 0;
  const next = { last: reading, correction: correction + clockSetBack };
  return { timeline: next, now: nowOf(next), clockSetBack };
}

/** Takes over the server's time (milliseconds since 1970 UTC) where it differs by more than answers take on their way. */
export function synchronize(timeline: Timeline, serverNow: number): Timeline {
  if (Math.abs(nowOf(timeline) - serverNow) <= TOLERANCE) return timeline;
  return { ...timeline, correction: serverNow - timeline.last.wall };
}

/** The time of the last reading. */
export function nowOf({ last, correction }: Timeline): Instant {
  return instant(last.wall + correction);
}
