import type { TrackDetails, TrackingEffect, TrackingRefusal } from '@stint/domain';
import type { Asking } from './parts.ts';

/** What the person is told beside the state; null when all is well. */
export type Notice = TrackingRefusal | null;

/** What a person should know of a track that has begun all the same, one sentence each. */
export function hintsFor(
  details: TrackDetails,
  isWorkItemKnown: boolean,
  { organization }: Pick<Asking, 'organization'>,
): string[] {
  const hints: string[] = [];
  const hasComment = details.comment.trim() !== '';
  if (details.workItemId !== null && !isWorkItemKnown) {
    hints.push(
      `The work item ${details.workItemId} is not known here yet; its time is tracked all the same.`,
    );
  }
  if (!hasComment && organization.settings.commentRequired) {
    hints.push('Write a comment: your organization requires one (setting commentRequired).');
  } else if (!hasComment && details.workItemId === null) {
    hints.push('Choose a work item or write a comment, so that the time says what it was for.');
  }
  return hints;
}

/** All that is to be told as one notice. */
export function noticeOf(
  refusal: TrackingRefusal | null,
  effects: readonly TrackingEffect[],
  hints: readonly string[],
): Notice {
  const dropped = effects.flatMap((effect) => (effect.type === 'drop' ? [effect.message] : []));
  const messages = [...(refusal ? [refusal.message] : []), ...dropped, ...hints];
  return messages.length === 0 ? null : { level: refusal?.level ?? 'Warning', message: messages.join(' ') };
}
