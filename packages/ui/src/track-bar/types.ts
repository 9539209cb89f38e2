import type { ActivityType, TrackedWorkItem } from '@stint/contract';
import type { SearchWorkItems } from '../work-items/use-suggestions.ts';

/** What a track is about. */
export interface TrackSubject {
  readonly workItem: TrackedWorkItem | null;
  /** The id when only that was typed. */
  readonly workItemId: number | null;
  readonly comment: string;
  readonly activityTypeId: string;
  /** Left out, the organization says it. */
  readonly isBillable?: boolean;
}

/** What stands in the bar and is not started. */
export interface TrackDraft {
  readonly workItem: TrackedWorkItem | null;
  readonly text: string;
  /** Null for the default. */
  readonly activityTypeId: string | null;
  /** Null for the default. */
  readonly isBillable: boolean | null;
}

export const NO_DRAFT: TrackDraft = Object.freeze({
  workItem: null,
  text: '',
  activityTypeId: null,
  isBillable: null,
});

/** What may be changed about the running track; fields left out stay. */
export interface TrackChange {
  readonly workItem?: TrackedWorkItem;
  readonly comment?: string;
  readonly activityTypeId?: string;
}

export interface TrackBarProps {
  /** The running track, or null while nothing runs. */
  readonly running: TrackSubject | null;
  /** The length of the running track in seconds. */
  readonly lengthSeconds: number;
  readonly activityTypes: readonly ActivityType[];
  readonly defaultActivityTypeId: string;
  readonly isBillableByDefault: boolean;
  /** What is typed; whoever holds the bar keeps it. */
  readonly draft: TrackDraft;
  readonly onDraft: (draft: TrackDraft) => void;
  readonly search: SearchWorkItems;
  /** Counts up whenever the bar should take the focus to start something new (the key N). */
  readonly focusRequest: number;
  readonly onStart: (subject: TrackSubject) => void;
  readonly onStop: () => void;
  readonly onChange: (change: TrackChange) => void;
}
