import type { Instant } from '@stint/domain';
import type { Subject, SubjectChange } from '../subject.ts';

/** The fields of a worklog that a person edits. */
export interface WorklogFields {
  /** Wall time of the owner, without a zone: `2026-03-02T09:12:00`. */
  readonly timestamp: string;
  /** Seconds. */
  readonly length: number;
  readonly workItemId: number | null;
  readonly comment: string;
  readonly activityTypeId: string;
  readonly isBillable: boolean;
}

interface OfRun {
  /** The run: the id of its start when this app began it, else that of its worklog. */
  readonly runId: string;
  /** The worklog that the run becomes; null until the server has said. */
  readonly workLogId: string | null;
}

/** Begins a track at `at`. */
export interface StartChange {
  readonly kind: 'start';
  readonly id: string;
  readonly at: Instant;
  readonly subject: Subject;
  /** Whether the server may have seen it already. */
  readonly isTried: boolean;
}

/** Ends a track at `at`, which may be long before the server hears of it. */
export interface StopChange extends OfRun {
  readonly kind: 'stop';
  readonly id: string;
  readonly startedAt: Instant;
  readonly at: Instant;
  /** 0 the person, 1 the machine (api.md 4). */
  readonly reason: 0 | 1;
  readonly subject: Subject;
}

/** Changes what a running track is about. */
export interface AdjustChange extends OfRun {
  readonly kind: 'adjust';
  readonly id: string;
  readonly change: SubjectChange;
}

/** Books time; the id becomes the worklog's. */
export interface BookChange {
  readonly kind: 'book';
  readonly id: string;
  readonly startedAt: Instant;
  /** Seconds. */
  readonly length: number;
  readonly subject: Subject;
  /** Whether a clock ran for it here, so that no other track can have run at the same time. */
  readonly isTracked: boolean;
}

/** Changes a worklog, which the person saw as `before`. */
export interface EditChange {
  readonly kind: 'edit';
  readonly id: string;
  readonly workLogId: string;
  readonly before: WorklogFields;
  readonly after: Partial<WorklogFields>;
  /** Whether the person has seen what somebody else changed, and wants theirs. */
  readonly isForced: boolean;
}

/** Deletes a worklog, which the person saw as `before`. */
export interface RemoveChange {
  readonly kind: 'remove';
  readonly id: string;
  readonly workLogId: string;
  readonly before: WorklogFields;
  readonly isForced: boolean;
}

/** Lets the worklog of a track that was stopped late end at `until`. */
export interface TrimChange {
  readonly kind: 'trim';
  readonly id: string;
  readonly workLogId: string;
  readonly startedAt: Instant;
  readonly until: Instant;
}

/** One thing a person did that the server has to hear of, under an id made here. */
export type Change =
  | StartChange
  | StopChange
  | AdjustChange
  | BookChange
  | EditChange
  | RemoveChange
  | TrimChange;

/** Why the server did not take a change. */
export type ConflictReason =
  /** Somebody else changed the same fields; `theirs` is what stands there now. */
  | { readonly kind: 'changedElsewhere'; readonly theirs: WorklogFields }
  /** Somebody else deleted the worklog. */
  | { readonly kind: 'deletedElsewhere' }
  /** A rule of the organization; the message is the server's. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** A change that waits for the person's decision; it is never dropped without one. */
export interface Conflict {
  readonly change: Exclude<Change, StartChange | StopChange>;
  readonly reason: ConflictReason;
}
