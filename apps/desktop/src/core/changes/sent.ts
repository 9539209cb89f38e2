import type { TrackingState } from '@stint/contract';
import type { Instant } from '@stint/domain';
import type { Change, ConflictReason } from './change.ts';

/** What became of a change that was sent. */
export type Sent =
  | {
      readonly kind: 'done';
      readonly follows: readonly Change[];
      readonly run?: { readonly workLogId: string; readonly startedAt: Instant };
      /** The server's newest state, when the answer was one. */
      readonly state?: TrackingState;
      /** A track that began elsewhere later took this one's place. */
      readonly isSuperseded?: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: ConflictReason }
  /** What waits has changed while it was prepared; nothing was sent. */
  | { readonly kind: 'outdated' };
