import type { TrackedWorkItem } from '@stint/contract';
import type { TrackSubject } from './types.ts';

/** What was typed or picked as the subject of a track: a bare number without a picked item is the id of one, other text the comment. */
export function subjectOf(
  workItem: TrackedWorkItem | null,
  text: string,
  activityTypeId: string,
): TrackSubject {
  const trimmed = text.trim();
  if (workItem) return { workItem, workItemId: workItem.id, comment: trimmed, activityTypeId };
  const id = /^#?(\d{1,10})$/.exec(trimmed)?.[1];
  if (id === undefined) return { workItem: null, workItemId: null, comment: trimmed, activityTypeId };
  return { workItem: null, workItemId: Number(id), comment: '', activityTypeId };
}
