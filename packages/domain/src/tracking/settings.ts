import type { Instant, Seconds } from '../brands.ts';

/** What an organization asks of tracking (api.md 4). Lengths are in seconds; null turns the rule off. */
export interface TrackingSettings {
  /** After this long without a sign of life the person is asked whether they are still there. */
  readonly activityCheckEvery: Seconds | null;
  /** Unanswered for this long, an activity check stops the track at the last sign of life. */
  readonly activityCheckAnswerWithin: Seconds | null;
  /** The longest single track; a longer one is cut at exactly this length. */
  readonly longestTrack: Seconds | null;
  /** A track whose client pings is stopped at the last ping, or later sign of life, when none came for this long. */
  readonly connectionGrace: Seconds | null;
  /** Devices can connect only since then, and silence before says nothing; null when it was never otherwise. */
  readonly reachableSince: Instant | null;
  /** A shorter track is dropped with a warning. */
  readonly leastLength: Seconds | null;
  /** After this long without a track the person is reminded that none is running. */
  readonly idleCheckEvery: Seconds | null;
}
