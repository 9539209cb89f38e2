import type { OrganizationSettings } from '@stint/contract';
import {
  activityTypeRequired,
  futureCheck,
  type Instant,
  isWorkItemId,
  lengthPositive,
  lengthRequired,
  lengthWithinLimits,
  type Seconds,
  type WallTime,
  type WorklogProblem,
  workItemOrCommentRequired,
} from '@stint/domain';
import { Refusal, refusedValue } from '../../refusal.ts';

/** Refuses a length that is missing, not positive, or longer than a track may be; in whole seconds. */
export function checkLength(
  seconds: number | undefined,
  settings: OrganizationSettings,
): asserts seconds is number {
  const limit = settings.longestTrack as Seconds | null;
  refuse(lengthRequired(seconds) ?? lengthPositive(seconds ?? 0) ?? lengthWithinLimits(seconds ?? 0, limit));
}

/** The longest worklog that begins before ends in the year 9999 in every zone; later years need five digits. */
const END_OF_TIME = '9999-11-30T00:00:00';

/** What the rules look at beside the length. */
export interface Content {
  workItemId: number | null;
  comment: string;
  localStartedAt: WallTime;
}

/** Whose worklog it is: the time zone of their clock, and the moment of the write. */
interface Owner {
  now: Instant;
  timeZone: string;
}

/** Refuses what breaks a rule of the organization; the one list that every way in asks (product.md). */
export function checkContent(content: Content, owner: Owner, settings: OrganizationSettings): void {
  if (content.localStartedAt >= END_OF_TIME) {
    throw refusedValue('timestamp', `must lie before ${END_OF_TIME.slice(0, 10)}.`);
  }
  refuse(contentProblem(content, owner, settings));
}

/** Refuses [Not Set] where the organization requires an activity type, and uses them at all. */
export function checkActivityType(activityTypeId: string, settings: OrganizationSettings): void {
  const isRequired = settings.activityTypesEnabled && settings.activityTypeRequired;
  refuse(activityTypeRequired(activityTypeId, isRequired));
}

/**
 * Refuses an entry that comes back after its deletion and breaks a rule that the organization has switched on. Stopped
 * tracks may have neither work item nor comment, and come back so.
 */
export function checkRestored(
  entry: Content & { activityTypeId: string },
  owner: Owner,
  settings: OrganizationSettings,
): void {
  const problem = contentProblem(entry, owner, settings);
  if (problem?.setting) refuse(problem);
  checkActivityType(entry.activityTypeId, settings);
}

function contentProblem(
  { workItemId, comment, localStartedAt }: Content,
  owner: Owner,
  settings: OrganizationSettings,
): WorklogProblem | null {
  return (
    workItemOrCommentRequired(
      { workItemId: workItemId !== null && isWorkItemId(workItemId) ? workItemId : null, comment },
      { alwaysRequireWorkItem: settings.workItemRequired, requireComment: settings.commentRequired },
    ) ?? futureCheck(localStartedAt, owner, settings.futureDays)
  );
}

function refuse(problem: WorklogProblem | null): void {
  if (problem) throw new Refusal(problem.code, problem.message);
}
