import type { TrackingState } from '@stint/contract';

/** What the server tells every connection of a person, whoever caused it. */
export interface LivePushes {
  /** The clock: also asked for after every connect, so that nothing is missed. Never older than one before. */
  trackingChanged(state: TrackingState): void;
  /** One of the person's worklogs was created, changed, deleted or restored; `id` null: several, so read the list again. */
  workLogChanged(id: string | null, kind: string): void;
  /** Something was decided about own weeks, or about weeks that the person may decide about: read them again. */
  weeksChanged(): void;
  /** The person is asked whether they are still there. */
  activityCheckStarted(secondsLeft: number): void;
  activityCheckEnded(state: TrackingState): void;
  settingsChanged(settings: TrackingState['settings']): void;
  /** The server ends this connection, and why. */
  disconnected(reason: string): void;
}

/** `online`: pushes arrive; `offline`: it is tried again and again; `refused`: the server does not let this person in. */
export type LiveState = 'connecting' | 'online' | 'offline' | 'refused' | 'stopped';
