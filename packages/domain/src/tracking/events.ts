import type { Instant } from '../brands.ts';
import type { TrackDetails } from './state.ts';
import type { TrackingSettings } from './settings.ts';

/** Who stopped a track, as the wire numbers it: the person, or the machine (locked, idle, asleep). */
export const STOP_REASON = Object.freeze({ user: 0, machine: 1 });
export type StopReason = (typeof STOP_REASON)[keyof typeof STOP_REASON];

/** When to remind an idle person again, as the wire numbers it. */
export const IDLE_POSTPONEMENT = Object.freeze({ oneHour: 0, tomorrow: 1, nextMonday: 2 });
export type IdlePostponement = (typeof IDLE_POSTPONEMENT)[keyof typeof IDLE_POSTPONEMENT];

/** Begins a track; a running one is stopped and booked first. `workLogId` must be new. */
export interface StartEvent {
  readonly type: 'start';
  readonly workLogId: string;
  readonly details: TrackDetails;
  readonly timeZoneMinutes: number;
  readonly deviceId: string | null;
}

/** What happened to one person's tracking. `clock` says only that time has passed; every other event implies it. */
export type TrackingEvent =
  | StartEvent
  | { readonly type: 'stop'; readonly reason: StopReason }
  /** Changes the running track; a field left out keeps its value. */
  | { readonly type: 'adjust'; readonly changes: Partial<TrackDetails> }
  /** Chooses what would be tracked next, starts nothing. */
  | { readonly type: 'select'; readonly details: TrackDetails }
  /** The person is still there. */
  | { readonly type: 'activityCheckAnswered' }
  | { readonly type: 'idleCheckPostponed'; readonly until: IdlePostponement }
  /** A device keeps its connection alive, and asks to be stopped when it cannot. */
  | { readonly type: 'ping'; readonly deviceId: string | null }
  | { readonly type: 'clock' };

/** What the machine knows besides state and event. */
export interface TrackingContext {
  readonly now: Instant;
  /** The person's time zone, by IANA name. */
  readonly timeZone: string;
  readonly settings: TrackingSettings;
}
