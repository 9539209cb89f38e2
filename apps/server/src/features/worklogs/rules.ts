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
  workItemOrCommentRequired,
} from '@stint/domain';
import { Refusal } from '../../refusal.ts';

/** What the rules look at: a worklog as somebody asks for it. */
export interface Wish {
  seconds: number | undefined;
  workItemId: number | null;
  comment: string;
  localStartedAt: WallTime;
}

/** Refuses a worklog that breaks a rule of the organization; the one list that every way in asks (product.md). */
export function checkRules(
  wish: Wish,
  owner: { now: Instant; timeZone: string },
  settings: OrganizationSettings,
): asserts wish is Wish & { seconds: number } {
  const { seconds, workItemId, comment, localStartedAt } = wish;
  const limit = settings.longestTrack as Seconds | null;
  const problem =
    lengthRequired(seconds) ??
    lengthPositive(seconds ?? 0) ??
    lengthWithinLimits(seconds ?? 0, limit) ??
    workItemOrCommentRequired(
      { workItemId: workItemId !== null && isWorkItemId(workItemId) ? workItemId : null, comment },
      { alwaysRequireWorkItem: settings.workItemRequired, requireComment: settings.commentRequired },
    ) ??
    futureCheck(localStartedAt, owner, settings.futureDays);
  if (problem) throw new Refusal(problem.code, problem.message);
}
