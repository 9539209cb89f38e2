import type { TrackedWorkItem } from '@stint/contract';
import { addDays, dayOf, instant, readWallTime, toInstant, toWallTime, type WallTime } from '@stint/domain';
import type { WorklogFields } from '../../core/changes/change.ts';
import type { Rules } from '../../core/organizations/server-copy.ts';
import type { Subject } from '../../core/subject.ts';

/** What stands in the form. */
export interface Draft {
  readonly workItem: TrackedWorkItem | null;
  readonly workItemId: number | null;
  readonly comment: string;
  readonly activityTypeId: string;
  readonly isBillable: boolean;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly from: string;
  /** As typed, with its seconds when they can be read. */
  readonly duration: string;
  readonly length: number | null;
}

/** What is missing before the form can be sent. */
export type Missing = 'workItem' | 'comment' | 'activityType' | 'workItemOrComment' | 'duration' | 'from';

export function draftOf(subject: Subject, wall: string, length: number | null, duration: string): Draft {
  const { workItem, workItemId, comment, activityTypeId, isBillable } = subject;
  const [date, from] = [wall.slice(0, 10), wall.slice(11, 16)] as const;
  return {
    workItem,
    workItemId,
    comment,
    activityTypeId,
    isBillable: isBillable ?? false,
    date,
    from,
    duration,
    length,
  };
}

export function subjectIn(draft: Draft): Subject {
  const { workItem, workItemId, comment, activityTypeId, isBillable } = draft;
  return { workItem, workItemId, comment: comment.trim(), activityTypeId, isBillable };
}

/** The first thing that the rules of the organization or the form itself still ask for; null when nothing does. */
export function missingIn(
  draft: Draft,
  rules: Rules,
  notSet: string | null,
  hasTime: boolean,
): Missing | null {
  const subject = missingSubject(draft, rules);
  if (subject !== null) return subject;
  if (rules.isActivityTypeRequired && draft.activityTypeId === notSet) return 'activityType';
  if (!hasTime) return null;
  if (draft.length === null || draft.length <= 0) return 'duration';
  return readWallTime(`${draft.date}T${draft.from}:00`) === null ? 'from' : null;
}

/** What is missing of what the time is about. */
export function missingSubject(
  { workItemId, comment }: Pick<Draft, 'workItemId' | 'comment'>,
  rules: Rules,
): Missing | null {
  const isWithoutItem = workItemId === null;
  const isWithoutComment = comment.trim() === '';
  if (isWithoutItem && rules.isWorkItemRequired) return 'workItem';
  if (isWithoutComment && rules.isCommentRequired) return 'comment';
  return isWithoutItem && isWithoutComment ? 'workItemOrComment' : null;
}

/** The wall time at which the entry ends, by the person's clock. */
export function endOf(draft: Draft, zone: string): string {
  const wall = readWallTime(`${draft.date}T${draft.from}:00`);
  if (wall === null || draft.length === null) return '';
  return toWallTime(instant(toInstant(wall, zone) + draft.length * 1000), zone).slice(11, 16);
}

/** The seconds from `from` until `to` (`HH:MM`); an end before the beginning is on the next day. Null when one is no time. */
export function lengthUntil(draft: Draft, to: string, zone: string): number | null {
  const begin = readWallTime(`${draft.date}T${draft.from}:00`);
  const sameDay = readWallTime(`${draft.date}T${to}:00`);
  if (begin === null || sameDay === null) return null;
  const from = toInstant(begin, zone);
  const until = toInstant(sameDay, zone);
  return until > from ? (until - from) / 1000 : (toInstant(dayLater(sameDay), zone) - from) / 1000;
}

function dayLater(wall: WallTime): WallTime {
  return `${addDays(dayOf(wall), 1)}${wall.slice(10)}` as WallTime;
}

/** What an edit changes; null when it changes nothing. */
export function editIn(draft: Draft, before: WorklogFields): Partial<WorklogFields> | null {
  const timestamp = `${draft.date}T${draft.from}:00`;
  const isSameMinute = before.timestamp.slice(0, 16) === timestamp.slice(0, 16);
  const now: WorklogFields = {
    timestamp: isSameMinute ? before.timestamp : timestamp,
    length: draft.length ?? before.length,
    workItemId: draft.workItemId,
    comment: draft.comment.trim(),
    activityTypeId: draft.activityTypeId,
    isBillable: draft.isBillable,
  };
  const names = (Object.keys(now) as (keyof WorklogFields)[]).filter((name) => now[name] !== before[name]);
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, now[name]]));
}
