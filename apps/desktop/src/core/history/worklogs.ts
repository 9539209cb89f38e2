import type { TrackedWorkItem, WorkLog } from '@stint/contract';
import { type Instant, readWallTime, toInstant, toWallTime, instant } from '@stint/domain';
import type { Change, StopChange, WorklogFields } from '../changes/change.ts';
import { fieldsOf } from '../changes/fields.ts';
import type { Subject } from '../subject.ts';

/** A worklog as the app shows it. */
export interface KnownWorklog {
  readonly id: string;
  readonly fields: WorklogFields;
  readonly startedAt: Instant;
  readonly workItem: TrackedWorkItem | null;
  readonly isEditable: boolean;
  /** Whether something about it still waits to be sent. */
  readonly isPending: boolean;
}

/** Worklogs of the server with the work items that they are about; `zone` is the owner's. */
export function knownWorklogs(
  worklogs: readonly WorkLog[],
  workItems: ReadonlyMap<number, TrackedWorkItem>,
  zone: string,
): KnownWorklog[] {
  return worklogs.flatMap((worklog) => {
    const fields = fieldsOf(worklog);
    const wall = readWallTime(fields.timestamp);
    if (wall === null) return [];
    return [
      {
        id: worklog.id,
        fields,
        startedAt: toInstant(wall, zone),
        workItem: workItems.get(fields.workItemId ?? 0) ?? null,
        isEditable: worklog.isCanEdit !== false,
        isPending: false,
      },
    ];
  });
}

/** The worklogs with everything that waits counted in, newest first. */
export function withPending(
  known: readonly KnownWorklog[],
  changes: readonly Change[],
  zone: string,
): KnownWorklog[] {
  const worklogs = new Map(known.map((each) => [each.id, each]));
  for (const change of changes) apply(worklogs, change, zone);
  return [...worklogs.values()].sort((a, b) => b.startedAt - a.startedAt || b.id.localeCompare(a.id));
}

function apply(worklogs: Map<string, KnownWorklog>, change: Change, zone: string): void {
  switch (change.kind) {
    case 'book':
      worklogs.set(change.id, bookedOf(change.id, change.subject, change.startedAt, change.length, zone));
      break;
    case 'stop':
      applyStop(worklogs, change, zone);
      break;
    case 'edit': {
      const worklog = worklogs.get(change.workLogId);
      if (worklog) worklogs.set(worklog.id, edited(worklog, change.after, zone));
      break;
    }
    case 'trim': {
      const worklog = worklogs.get(change.workLogId);
      const length = lengthOf(change.startedAt, change.until);
      if (worklog && worklog.fields.length > length)
        worklogs.set(worklog.id, edited(worklog, { length }, zone));
      break;
    }
    case 'remove':
      worklogs.delete(change.workLogId);
      break;
    default:
  }
}

function applyStop(worklogs: Map<string, KnownWorklog>, change: StopChange, zone: string): void {
  const id = change.workLogId ?? change.runId;
  const length = lengthOf(change.startedAt, change.at);
  const known = worklogs.get(id);
  if (known) worklogs.set(id, edited(known, { length: Math.min(length, known.fields.length) }, zone));
  else if (length > 0) worklogs.set(id, bookedOf(id, change.subject, change.startedAt, length, zone));
}

function edited(worklog: KnownWorklog, after: Partial<WorklogFields>, zone: string): KnownWorklog {
  const fields = { ...worklog.fields, ...after };
  const wall = readWallTime(fields.timestamp);
  const startedAt = after.timestamp !== undefined && wall ? toInstant(wall, zone) : worklog.startedAt;
  const workItem = worklog.workItem?.id === fields.workItemId ? worklog.workItem : null;
  return { ...worklog, fields, startedAt, workItem, isPending: true };
}

function bookedOf(
  id: string,
  subject: Subject,
  startedAt: Instant,
  length: number,
  zone: string,
): KnownWorklog {
  const { workItem, workItemId, comment, activityTypeId, isBillable } = subject;
  const timestamp = toWallTime(instant(Math.floor(startedAt / 1000) * 1000), zone);
  return {
    id,
    fields: { timestamp, length, workItemId, comment, activityTypeId, isBillable: isBillable ?? false },
    startedAt,
    workItem,
    isEditable: true,
    isPending: true,
  };
}

function lengthOf(from: Instant, until: Instant): number {
  return Math.max(0, Math.floor((until - from) / 1000));
}
