import type { EntryView } from '../core/app/view.ts';
import type { Subject } from '../core/subject.ts';

/** What a worklog is about, to track or book it again. */
export function subjectOf({ fields, workItem }: Pick<EntryView, 'fields' | 'workItem'>): Subject {
  const { workItemId, comment, activityTypeId, isBillable } = fields;
  return { workItem, workItemId, comment, activityTypeId, isBillable };
}

/** The number and the name under which something is shown: its work item's title, else its comment. */
export function nameOf({
  workItem,
  workItemId,
  comment,
}: Pick<Subject, 'workItem' | 'workItemId' | 'comment'>): {
  readonly id: number | null;
  readonly name: string;
} {
  return { id: workItemId, name: workItem?.title ?? comment };
}
