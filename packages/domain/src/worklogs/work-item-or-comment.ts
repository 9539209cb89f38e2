import type { WorkItemId } from '../brands.ts';
import type { WorklogProblem } from './problem.ts';

/** Which of the two an organization insists on (product.md, Rules > Tracking Details). */
export interface WorkItemOrCommentRules {
  readonly alwaysRequireWorkItem: boolean;
  readonly requireComment: boolean;
}

/**
 * Time belongs to a work item or has a comment that says what it was; an organization may insist on the work item, on the comment or
 * on both. A comment of blanks is none. Null when all is well.
 */
export function workItemOrCommentRequired(
  worklog: { readonly workItemId: WorkItemId | null; readonly comment: string | null },
  rules: WorkItemOrCommentRules,
): WorklogProblem | null {
  const hasComment = (worklog.comment ?? '').trim() !== '';
  if (rules.alwaysRequireWorkItem && worklog.workItemId === null) {
    return refuse(
      'workItemId',
      'workItemRequired',
      'workItemId is missing: your organization requires a work item (setting workItemRequired); give its number.',
    );
  }
  if (rules.requireComment && !hasComment) {
    return refuse(
      'comment',
      'commentRequired',
      'comment is missing: your organization requires a comment (setting commentRequired); say what was done.',
    );
  }
  if (worklog.workItemId !== null || hasComment) return null;
  return refuse(
    'workItemId',
    null,
    'workItemId and comment are both missing: give the number of a work item, or a comment.',
  );
}

function refuse(field: string, setting: string | null, message: string): WorklogProblem {
  return { code: 'WorkItemIdOrCommentRequired', field, setting, message };
}
