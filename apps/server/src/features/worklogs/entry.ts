import type { Instant, WallTime } from '@stint/domain';

/** A worklog as it is stored. Lengths are whole seconds; `local…` are the owner's wall time. */
export interface Entry {
  id: string;
  personId: string;
  workItemId: number | null;
  activityTypeId: string;
  comment: string;
  seconds: number;
  billableSeconds: number | null;
  startedAt: Instant;
  localStartedAt: WallTime;
  addedBy: string;
  editedBy: string;
  createdAt: Instant;
  localCreatedAt: WallTime;
  editedAt: Instant;
  localEditedAt: WallTime;
  isTracked: boolean;
  isTrackedExtended: boolean;
  isChanged: boolean;
  isEditedByOwner: boolean;
  isImported: boolean;
  isFromApi: boolean;
  isBillable: boolean;
  /** False for an entry that names a day only; such entries overlap nothing. */
  hasClockTime: boolean;
  isDeleted: boolean;
  /** Counts the changes. */
  version: number;
}

/** What a stopped track brings to its worklog. */
export interface BookedTrack {
  id: string;
  personId: string;
  workItemId: number | null;
  activityTypeId: string;
  comment: string;
  seconds: number;
  startedAt: Instant;
  /** Minutes east of UTC. */
  timeZoneMinutes: number;
  isBillable: boolean;
  /** Whether the person lengthened or shortened what the clock measured. */
  isExtended?: boolean;
}
