import type { ApiErrorDetails } from '@stint/client';
import type { NewWorkLog, TrackedWorkItem, WorkLog, WorkLogChange } from '@stint/contract';
import { startOf, type TimeRange } from './time-range.ts';

/** What the dialog holds. */
export interface Entry {
  readonly range: TimeRange;
  readonly workItem: Pick<TrackedWorkItem, 'id' | 'title' | 'color'> | null;
  readonly comment: string;
  readonly activityTypeId: string;
  readonly billable: boolean;
  /** Whose time it is; empty for one’s own, and for an entry that there is. */
  readonly userId: string;
}

export type EntryField = 'workItem' | 'date' | 'from' | 'duration' | 'comment' | 'activityType';

/**
 * The new worklog of an entry; what is billable only where it differs from the organization’s default. `id` is made by the page, so that a
 * repeated save books once.
 */
export function newWorklogOf(entry: Entry, id: string, isBillableByDefault: boolean): NewWorkLog {
  const start = startOf(entry.range);
  const length = entry.range.lengthSeconds ?? 0;
  return {
    id,
    ...(start !== null && { timestamp: start }),
    length,
    workItemId: entry.workItem?.id ?? 0,
    comment: entry.comment.trim(),
    ...(entry.activityTypeId !== '' && { activityTypeId: entry.activityTypeId }),
    ...(entry.billable !== isBillableByDefault && { billableLength: entry.billable ? length : 0 }),
    ...(entry.userId !== '' && { userId: entry.userId }),
  };
}

/** What an entry changes about a worklog; fields that are as before are left out. */
export function changeOf(before: WorkLog, entry: Entry): WorkLogChange {
  const after = newWorklogOf(entry, before.id, false);
  const length = after.length ?? before.length;
  const lengthChanged = length !== before.length;
  const billableChanged = entry.billable !== before.flags.isBillable || (entry.billable && lengthChanged);
  return {
    ...(after.timestamp !== undefined &&
      after.timestamp !== before.timestamp && { timestamp: after.timestamp }),
    ...(lengthChanged && { length }),
    ...(after.workItemId !== (before.workItemId ?? 0) && { workItemId: after.workItemId ?? 0 }),
    ...(after.comment !== before.comment && { comment: after.comment ?? '' }),
    ...(entry.activityTypeId !== before.activityType.id && { activityTypeId: entry.activityTypeId }),
    ...(billableChanged && { billableLength: entry.billable ? length : 0 }),
  };
}

const FIELD_OF_CODE: Readonly<Record<string, EntryField>> = {
  WorkItemIdOrCommentRequired: 'workItem',
  LengthIsRequired: 'duration',
  LengthMustBePositive: 'duration',
  FutureCheckFailed: 'date',
  ApprovalStateFailed: 'date',
};

const FIELD_OF_NAME: readonly (readonly [RegExp, EntryField])[] = [
  [/^workItemId\b|work item/i, 'workItem'],
  [/^activityTypeId\b|activity type/i, 'activityType'],
  [/^comment\b/i, 'comment'],
  [/^(billable)?length\b|longest/i, 'duration'],
  [/^timestamp\b|overlap/i, 'from'],
];

/** The field at which a refusal should stand; null for the foot of the dialog. `message` names the field (api.md 3.1, DbValidationError). */
export function fieldOfError(error: Pick<ApiErrorDetails, 'code' | 'message'>): EntryField | null {
  const byCode = FIELD_OF_CODE[error.code];
  if (byCode || error.code !== 'DbValidationError') return byCode ?? null;
  return FIELD_OF_NAME.find(([name]) => name.test(error.message))?.[1] ?? null;
}
