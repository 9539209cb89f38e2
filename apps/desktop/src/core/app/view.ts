import type { TrackedWorkItem } from '@stint/contract';
import type { Instant } from '@stint/domain';
import type { Conflict, WorklogFields } from '../changes/change.ts';
import type { Connection } from '../connection/connection.ts';
import type { Rules } from '../organizations/server-copy.ts';
import type { Notice } from '../organizations/server-link.ts';
import type { PairingState } from '../pairing/pairing.ts';
import type { HotkeyAction } from '../settings/hotkeys.ts';
import type { Settings } from '../settings/settings.ts';
import type { Subject } from '../subject.ts';
import type { ActivityTypeChoice } from '../tracking/server-track.ts';
import type { UpdateState } from '../updates/updates.ts';

/** Everything the window shows: plain data, sent whole whenever something changes. Times are milliseconds since 1970 UTC. */
export interface DesktopView {
  /** When this view was made, by the app's clock. */
  readonly now: Instant;
  readonly organizations: readonly OrganizationLine[];
  readonly pairing: PairingState;
  readonly active: ActiveView | null;
  readonly settings: Settings;
  readonly system: SystemView;
  readonly update: UpdateState;
  readonly notes: readonly Note[];
}

/** One line of the list of organizations. */
export interface OrganizationLine {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  readonly server: string;
  readonly isActive: boolean;
  readonly isTracking: boolean;
  readonly needsPairing: boolean;
  /** Changes that wait to be sent or decided about. */
  readonly waiting: number;
  /** What it wants to know of the person: about an absence, or whether they are still there. */
  readonly asks: 'absence' | 'activity' | null;
}

/** The active organization. */
export interface ActiveView {
  readonly id: string;
  /** IANA name of the person's time zone. */
  readonly zone: string;
  readonly today: string;
  readonly run: RunView | null;
  readonly days: readonly DayView[];
  readonly todayParts: readonly DayPartView[];
  /** Seconds booked today, without what runs. */
  readonly bookedToday: number;
  readonly connection: Connection;
  readonly waiting: number;
  readonly conflicts: readonly ConflictView[];
  readonly question: { readonly from: Instant; readonly until: Instant } | null;
  readonly activityCheck: { readonly answerBy: Instant } | null;
  /** Why the server ended the last track (api.md 4, `stoppedTrackType`), while the person has not seen it. */
  readonly stopped: number | null;
  readonly isReminder: boolean;
  readonly notice: Notice | null;
  readonly rules: Rules;
  readonly activityTypes: readonly ActivityTypeChoice[];
  readonly areActivityTypesUsed: boolean;
  readonly defaultActivityTypeId: string;
}

export interface RunView {
  readonly subject: Subject;
  /** When the person started it. */
  readonly since: Instant;
  /** Since when it counts for today beside what is booked. */
  readonly todaySince: Instant;
  /** When its worklog begins. */
  readonly startedAt: Instant;
  /** Everybody's seconds on the work item before this track; null while the server does not know of the track. */
  readonly totalOnItem: number | null;
}

export interface DayView {
  readonly date: string;
  readonly total: number;
  readonly entries: readonly EntryView[];
}

/** A worklog's share of one day, as a card. */
export interface EntryView {
  readonly key: string;
  readonly id: string;
  readonly fields: WorklogFields;
  readonly workItem: TrackedWorkItem | null;
  readonly from: string;
  readonly to: string;
  /** Seconds of this day. */
  readonly length: number;
  readonly isEditable: boolean;
  readonly isPending: boolean;
}

/** A stretch of today, in seconds since midnight. */
export interface DayPartView {
  readonly from: number;
  readonly to: number;
}

export interface ConflictView {
  readonly id: string;
  readonly conflict: Conflict;
}

/** What this computer can and cannot do. */
export interface SystemView {
  readonly platform: string;
  readonly version: string;
  readonly canTellIdle: boolean;
  /** Whether the system tells when the screen is locked. */
  readonly canTellLock: boolean;
  /** Whether programs may have hotkeys here at all; some Wayland desktops refuse. */
  readonly canHaveHotkeys: boolean;
  /** Whether the system took the setting to start the app at log-in. */
  readonly canStartAtLogin: boolean;
  readonly takenHotkeys: readonly HotkeyAction[];
  /** Whether this app was installed from a package that it can update. */
  readonly canUpdate: boolean;
}

/** Something that happened to the app itself; stays until it was read. */
export type Note =
  | { readonly kind: 'damagedFile'; readonly file: string }
  /** Milliseconds. */
  | { readonly kind: 'clockSetBack'; readonly by: number }
  | { readonly kind: 'diskFull' };
