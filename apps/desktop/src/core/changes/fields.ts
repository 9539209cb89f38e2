import type { WorkLog, WorkLogChange } from '@stint/contract';
import type { WorklogFields } from './change.ts';

/** The fields of a worklog that a person edits, as the server has them. */
export function fieldsOf(worklog: WorkLog): WorklogFields {
  return {
    timestamp: worklog.timestamp.slice(0, 19),
    length: worklog.length,
    workItemId: worklog.workItemId,
    comment: worklog.comment,
    activityTypeId: worklog.activityType.id,
    isBillable: worklog.flags.isBillable,
  };
}

/** The fields that two versions of a worklog do not share. */
export function differing(before: WorklogFields, now: WorklogFields): (keyof WorklogFields)[] {
  return (Object.keys(before) as (keyof WorklogFields)[]).filter((name) => before[name] !== now[name]);
}

/** An edit as the API takes it; what is billable follows the length. */
export function patchOf(current: WorklogFields, after: Partial<WorklogFields>): WorkLogChange {
  const { timestamp, length, workItemId, comment, activityTypeId } = after;
  const isBillable = after.isBillable ?? current.isBillable;
  const isBillableTold = after.isBillable !== undefined || (isBillable && length !== undefined);
  return {
    ...(timestamp !== undefined && { timestamp }),
    ...(length !== undefined && { length }),
    ...(workItemId !== undefined && { workItemId: workItemId ?? 0 }),
    ...(comment !== undefined && { comment }),
    ...(activityTypeId !== undefined && { activityTypeId }),
    ...(isBillableTold && { billableLength: isBillable ? (length ?? current.length) : 0 }),
  };
}
