import type { TrackDraft } from '@stint/ui';

/** Whether what was kept has the form of what stands in the bar. */
export function isTrackDraft(found: unknown): found is TrackDraft {
  const { workItem, text, activityTypeId, isBillable } = (found ?? {}) as Partial<TrackDraft>;
  return (
    typeof text === 'string' &&
    (activityTypeId === null || typeof activityTypeId === 'string') &&
    (isBillable === null || typeof isBillable === 'boolean') &&
    (workItem === null || (typeof workItem?.id === 'number' && typeof workItem.title === 'string'))
  );
}

/** What stands in the bar after a start was refused: what was to be started, unless something else is typed by now. */
export function givenBack(now: TrackDraft, refused: TrackDraft): TrackDraft {
  return now.workItem === null && now.text === '' ? refused : now;
}
