import type { Entry } from './entry.ts';
import type { TimeDialogRequest } from './request.ts';
import { rangeOf, recentHour } from './time-range.ts';

/** What the dialog holds when it opens: the entry to edit, or the last hour with what was asked for filled in. */
export function startingEntry(
  request: TimeDialogRequest,
  zone: string,
  defaultActivity: string,
  isBillableByDefault: boolean,
): Entry {
  if (request.kind === 'add') {
    const recent = recentHour(Date.now(), zone);
    const range = {
      date: request.date ?? recent.date,
      from:
        request.from ?? (request.date === undefined || request.date === recent.date ? recent.from : '09:00'),
      lengthSeconds: request.lengthSeconds ?? recent.lengthSeconds,
    };
    const workItem = request.workItem ?? null;
    const comment = request.comment ?? '';
    return {
      range,
      workItem,
      comment,
      activityTypeId: defaultActivity,
      billable: isBillableByDefault,
      userId: '',
    };
  }
  const { worklog, workItem } = request;
  return {
    range: rangeOf(worklog.timestamp, worklog.length),
    workItem:
      workItem ?? (worklog.workItemId === null ? null : { id: worklog.workItemId, title: '', color: '' }),
    comment: worklog.comment,
    activityTypeId: worklog.activityType.id,
    billable: worklog.flags.isBillable,
    userId: '',
  };
}

/** Whether a kept draft still has the form of an entry. */
export function isEntry(found: unknown): found is Entry {
  const { range, workItem, comment, activityTypeId, billable, userId } = (found ?? {}) as Partial<Entry>;
  return (
    typeof range?.date === 'string' &&
    typeof range.from === 'string' &&
    (range.lengthSeconds === null || Number.isFinite(range.lengthSeconds)) &&
    (workItem === null || typeof workItem?.id === 'number') &&
    typeof comment === 'string' &&
    typeof activityTypeId === 'string' &&
    typeof billable === 'boolean' &&
    typeof userId === 'string'
  );
}

/** Under which name what is typed is kept: one for additions in general, one for each thing that the dialog is opened for. */
export function draftKeyOf(request: TimeDialogRequest): string {
  if (request.kind === 'edit') return `time:${request.worklog.id}`;
  const { date, from, workItem } = request;
  return ['time', date, from, workItem?.id].filter((part) => part !== undefined).join(':');
}
