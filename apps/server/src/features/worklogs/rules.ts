import type { OrganizationSettings } from '@stint/contract';
import {
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

/** Refuses what breaks a rule of the organization; the one list that every way in asks (product.md). */
export function checkContent(
  { workItemId, comment, localStartedAt }: Content,
  owner: { now: Instant; timeZone: string },
  settings: OrganizationSettings,
): void {
  if (localStartedAt >= END_OF_TIME) {
    throw refusedValue('timestamp', `must lie before ${END_OF_TIME.slice(0, 10)}.`);
  }
  refuse(
    workItemOrCommentRequired(
      { workItemId: workItemId !== null && isWorkItemId(workItemId) ? workItemId : null, comment },
      { alwaysRequireWorkItem: settings.workItemRequired, requireComment: settings.commentRequired },
    ) ?? futureCheck(localStartedAt, owner, settings.futureDays),
  );
}

function refuse(problem: WorklogProblem | null): void {
  if (problem) throw new Refusal(problem.code, problem.message);
}
