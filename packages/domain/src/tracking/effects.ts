import type { Instant, Seconds } from '../brands.ts';
import type { StoppedTrackType, TrackDetails } from './state.ts';

/** A finished track: store it as a worklog. */
export interface BookEffect extends TrackDetails {
  readonly type: 'book';
  readonly workLogId: string;
  readonly startedAt: Instant;
  /** Whole seconds; a started second is not counted, so booked time never exceeds the time that passed. */
  readonly seconds: Seconds;
  readonly timeZoneMinutes: number;
  readonly stoppedTrackType: StoppedTrackType;
}

/** A finished track that was too short to keep; `message` is to be shown as a Warning. */
export interface DropEffect {
  readonly type: 'drop';
  readonly workLogId: string;
  readonly startedAt: Instant;
  readonly seconds: Seconds;
  readonly stoppedTrackType: StoppedTrackType;
  readonly message: string;
}

/** A device lost its track because another one started: tell it `stoppedTrackType` 6, by concurrency. */
export interface LostToOtherDeviceEffect {
  readonly type: 'lostToOtherDevice';
  readonly deviceId: string;
  readonly workLogId: string;
}

/** What the server has to do, in this order. */
export type TrackingEffect = BookEffect | DropEffect | LostToOtherDeviceEffect;

/** Why an event had no effect of its own, in words to show; the answer is HTTP 200 with this as `responseState` (api.md 4). */
export interface TrackingRefusal {
  readonly level: 'Warning' | 'Error';
  readonly message: string;
}
