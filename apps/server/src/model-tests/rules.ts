import {
  type Content,
  type Entry,
  liveEntries,
  type Model,
  NOT_SET,
  type Owner,
  wallNow,
  weekOf,
} from './model.ts';
import { DAY, midnight, MINUTE, mondayOf, type Wall } from './time.ts';

/** Error codes, any of which may be the answer; none when all is well. The specification gives no order among rules. */
export type Refusals = ReadonlySet<string>;

/** Codes as a set, without those that do not apply. */
export function refusals(...codes: (string | false)[]): Refusals {
  return new Set(codes.filter((code) => code !== false));
}

/** What locks the time of a week (product.md, Approvals): its state, a manager, its age; nothing while weeks are not approved. */
export function lockOf(model: Model, owner: Owner, wall: Wall): string | null {
  const { approvalsEnabled, lockAfterWeeks } = model.rules;
  if (!approvalsEnabled) return null;
  const { state, isLocked } = weekOf(model, owner, wall);
  if (state === 1) return 'submitted';
  if (state === 3) return 'approved';
  if (state === 99) return 'closed';
  if (isLocked !== null) return isLocked ? 'locked' : null;
  if (lockAfterWeeks === null) return null;
  const lastDay = mondayOf(wall) + 6 * DAY;
  return midnight(wallNow(model, owner)) > lastDay + 7 * lockAfterWeeks * DAY ? 'lockedByAge' : null;
}

interface Span {
  start: Wall;
  end: Wall;
}

/** More than a minute in common is an overlap (product.md, Rules > Tracking Details). */
function collide(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > MINUTE;
}

function spanOf({ start, seconds }: Pick<Content, 'start' | 'seconds'>): Span {
  return { start, end: start + seconds * 1000 };
}

/** Whether a worklog shares time with another one of its owner, or with the running track. */
function overlapsOthers(model: Model, content: Content, except: Entry | null): boolean {
  if (!model.rules.noOverlap) return false;
  const own = spanOf(content);
  const run = model.runs[content.owner];
  const others = liveEntries(model, content.owner).filter((entry) => entry !== except);
  return (
    others.some((other) => collide(own, spanOf(other))) ||
    (run !== null && collide(own, { start: run.start, end: wallNow(model, content.owner) }))
  );
}

/** Whether two worklogs of one batch share time. */
export function overlapEachOther({ rules }: Model, a: Content, b: Content): boolean {
  return rules.noOverlap && a.owner === b.owner && collide(spanOf(a), spanOf(b));
}

/** Whether a track that begins now would begin within a worklog. */
export function isWithinWorklog(model: Model, owner: Owner): boolean {
  const now = wallNow(model, owner);
  return (
    model.rules.noOverlap &&
    liveEntries(model, owner).some(
      (entry) => collide({ start: now, end: Infinity }, spanOf(entry)) && entry.start <= now,
    )
  );
}

/** What speaks against a worklog as it would stand, its rights apart (api.md 3.1, product.md). */
export function contentRefusals(model: Model, content: Content, except: Entry | null = null): Refusals {
  const { rules } = model;
  const { owner, start, item, comment, type } = content;
  const hasComment = comment.trim() !== '';
  const lastDay = midnight(wallNow(model, owner)) + (rules.futureDays ?? 0) * DAY;
  return refusals(
    ((item === null && (rules.workItemRequired || !hasComment)) || (rules.commentRequired && !hasComment)) &&
      'WorkItemIdOrCommentRequired',
    rules.futureDays !== null && midnight(start) > lastDay && 'FutureCheckFailed',
    rules.activityTypeRequired && type === NOT_SET && 'DbValidationError',
    type !== NOT_SET && !model.types.includes(type) && 'DbValidationError',
    lockOf(model, owner, start) !== null && 'ApprovalStateFailed',
    overlapsOthers(model, content, except) && 'DbValidationError',
  );
}

/**
 * What speaks against taking a deletion back, which is a write like any other: one list of rules decides (product.md). Only a
 * stopped track that never said what it was for comes back so, where no rule asks for it.
 */
export function restoreRefusals(model: Model, entry: Entry): Refusals {
  const found = new Set(contentRefusals(model, entry, entry));
  const { workItemRequired, commentRequired } = model.rules;
  if (!workItemRequired && !commentRequired) found.delete('WorkItemIdOrCommentRequired');
  return found;
}
