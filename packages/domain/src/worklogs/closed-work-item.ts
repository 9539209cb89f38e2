import { type Instant, instant } from '../brands.ts';
import type { WorklogProblem } from './problem.ts';

const HOUR_MS = 3_600_000;

/** The state categories of Azure DevOps in which a work item is closed. */
export const CLOSED_STATE_CATEGORIES: readonly string[] = Object.freeze(['Completed', 'Removed']);

/** What the rule knows of a work item. */
export interface WorkItemClosing {
  readonly id: number;
  readonly stateCategory: string;
  /** When it was closed; null when Azure DevOps does not say, which counts as long ago if the item is closed. */
  readonly closedAt: Instant | null;
}

/**
 * A closed work item takes time for `graceHours` after its closing and none from then on; 0 leaves no grace, null turns the rule off
 * (product.md, Rules > Tracking Details). Null when all is well.
 */
export function closedWorkItem(
  item: WorkItemClosing,
  now: Instant,
  graceHours: number | null,
): WorklogProblem | null {
  const before = closedBefore(now, graceHours);
  if (before === null || !CLOSED_STATE_CATEGORIES.includes(item.stateCategory)) return null;
  if ((item.closedAt ?? before) > before) return null;
  const since = item.closedAt === null ? '' : ` since ${new Date(item.closedAt).toISOString()}`;
  const rule =
    graceHours === 0
      ? 'closed work items take no time'
      : `closed work items take time for ${graceHours} h after closing`;
  const message =
    `workItemId ${item.id} is closed${since}: ${rule} (setting closedWorkItemGraceHours); ` +
    'choose an open work item, or open this one again.';
  return { code: 'DbValidationError', field: 'workItemId', setting: 'closedWorkItemGraceHours', message };
}

/** Work items closed at or before this instant take no time; null when the rule is off. `graceHours` is hours. */
export function closedBefore(now: Instant, graceHours: number | null): Instant | null {
  return graceHours === null ? null : instant(now - graceHours * HOUR_MS);
}
