import type { NewWorkLog, WorkLogChange } from '@stint/contract';
import { billableAfter } from '../worklogs/worklog-write.ts';
import { type CalendarEntry, type Place, timestampOf } from './entry.ts';

/** The new worklog that books an entry again at another place; what was billable stays so. */
export function copyOf(
  entry: CalendarEntry,
  to: Place,
  id: string,
): { entry: CalendarEntry; body: NewWorkLog } {
  const billableLength = billableAfter(entry, to.length);
  return {
    entry: { ...entry, ...to, id, billableLength },
    body: {
      id,
      timestamp: timestampOf(to),
      length: to.length,
      workItemId: entry.workItemId ?? 0,
      comment: entry.comment,
      activityTypeId: entry.activityTypeId,
      ...(billableLength !== null && { billableLength }),
    },
  };
}

/** What is told of an entry that comes to another place; what stays is left out. */
export function moveOf(entry: CalendarEntry, to: Place): { entry: CalendarEntry; body: WorkLogChange } {
  const billableLength = billableAfter(entry, to.length);
  const timestamp = timestampOf(to);
  return {
    entry: { ...entry, ...to, billableLength },
    body: {
      ...(timestamp !== timestampOf(entry) && { timestamp }),
      ...(to.length !== entry.length && { length: to.length }),
      ...(billableLength !== entry.billableLength && { billableLength: billableLength ?? 0 }),
    },
  };
}
