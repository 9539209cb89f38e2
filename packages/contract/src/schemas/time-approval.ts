import { type Static, Type } from 'typebox';
import {
  ClientTime,
  Count,
  Expand,
  FreeText,
  Guid,
  OrNull,
  Skip,
  WallTimeText,
  WholeSeconds,
  WorkItemNumber,
} from './common.ts';
import { User } from './people.ts';

/** Longest comment of a decision about weeks, in characters. */
const DECISION_COMMENT_LIMIT = 500;

/** Weeks that one request may decide about. */
const MOST_WEEKS = 500;

const decided = [Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(99)] as const;

/** 1 Submitted, 2 Reopened, 3 Approved, 99 Closed; a week in progress is in no list of approvals (api.md 3.4). */
const ApprovalState = Type.Union([...decided]);

/** The same, and 0 for in progress. */
const WeekState = Type.Union([Type.Literal(0), ...decided]);

/** Why the time of a week cannot be changed; null when it can. */
const WeekLock = OrNull(
  Type.Union([
    Type.Literal('submitted'),
    Type.Literal('approved'),
    Type.Literal('closed'),
    Type.Literal('locked'),
    Type.Literal('lockedByAge'),
  ]),
);

/** What many worklogs add up to. */
const SumOfSeconds = Type.Integer({ minimum: 0, description: 'Whole seconds' });

/** Weeks that share a day with the range belong to it; both ends are days of the range. */
const range = { $fromTimestamp: Type.Optional(ClientTime), $toTimestamp: Type.Optional(ClientTime) };

export const WeekRange = Type.Object({ $expand: Expand, ...range });

export const WeekPage = Type.Object({ $count: Count, $skip: Skip, $expand: Expand, ...range });

/** What a manager looks at beside the documented fields of a week; answered under `$expand=week`. */
const seen = {
  /** Grows with every act; send it along to decide about nothing but what was seen. */
  version: Type.Integer({ minimum: 0 }),
  /** What the manager said when rejecting. */
  comment: OrNull(Type.String()),
  trackedLength: SumOfSeconds,
};

/** A person's week that was submitted once. Times are wall time of that person (api.md 3.4). */
export const TimeApproval = Type.Object({
  id: Guid,
  weekStartDate: WallTimeText,
  weekEndDate: WallTimeText,
  user: User,
  approvalState: ApprovalState,
  modificationTimestamp: WallTimeText,
  submittedTimestamp: OrNull(WallTimeText),
  approvalTimestamp: OrNull(WallTimeText),
  assignedManager: OrNull(User),
  approvedByManager: OrNull(User),
  version: Type.Optional(seen.version),
  comment: Type.Optional(seen.comment),
  trackedLength: Type.Optional(seen.trackedLength),
});

/** A person's week as it stands, in progress or decided about. Lengths are seconds by the days of the person's wall clock. */
export const TimeWeek = Type.Object({
  /** null while nothing was decided about the week. */
  id: OrNull(Guid),
  weekStartDate: WallTimeText,
  weekEndDate: WallTimeText,
  user: User,
  approvalState: WeekState,
  lock: WeekLock,
  mayBeSubmitted: Type.Boolean(),
  /** Why not, naming the rule and its setting; null when it may. */
  submitRefusal: OrNull(Type.String()),
  ...seen,
  /** null for others' weeks unless the role sees billable time. */
  billableLength: OrNull(SumOfSeconds),
  submittedTimestamp: OrNull(WallTimeText),
  approvalTimestamp: OrNull(WallTimeText),
  assignedManager: OrNull(User),
  approvedByManager: OrNull(User),
});

/** Weeks that wait for the caller's decision. */
export const PendingWeeks = Type.Object({ count: Type.Integer({ minimum: 0 }) });

/** A worklog as it was or is; the time is wall time of the person. */
const Side = Type.Object({
  timestamp: WallTimeText,
  length: WholeSeconds(),
  workItemId: OrNull(WorkItemNumber),
  comment: Type.String(),
  activityTypeId: Guid,
});

/** What became of a week's time since it was submitted. */
export const WeekDifferences = Type.Object({
  /** The submission that is compared with, RFC 3339, UTC; null while the week was never submitted. */
  since: OrNull(Type.String()),
  /** The time of the week then, and now. */
  trackedLengthThen: SumOfSeconds,
  trackedLength: SumOfSeconds,
  entries: Type.Array(
    Type.Object({
      id: Guid,
      kind: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('removed')]),
      /** null for what was added, or came from another week. */
      before: OrNull(Side),
      /** null for what was deleted, or went to another week. */
      after: OrNull(Side),
    }),
  ),
});

/** A person's week with time in it that was not submitted. */
export const UnsubmittedWeek = Type.Object({
  weekStartDate: WallTimeText,
  weekEndDate: WallTimeText,
  user: User,
  trackedLength: SumOfSeconds,
  /** 0 while nothing was decided about the week. */
  version: seen.version,
  lock: WeekLock,
});

/** Names a week by its id, or by its person and first day. */
export const WeekReference = Type.Object({
  id: Type.Optional(Guid),
  userId: Type.Optional(Guid),
  weekStart: Type.Optional(ClientTime),
  /** What was seen; the week is refused when it has changed since. 0 is a week that nothing was decided about. */
  version: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
});

/** A decision about many weeks (`weeks`), or about one that is named beside the comment. */
export const WeekDecision = Type.Object({
  weeks: Type.Optional(Type.Array(WeekReference, { maxItems: MOST_WEEKS })),
  ...WeekReference.properties,
  comment: Type.Optional(FreeText(DECISION_COMMENT_LIMIT)),
});

/** What became of each week of a decision. */
export const WeekDecisionResult = Type.Object({
  succeeded: Type.Integer(),
  failed: Type.Integer(),
  failedEntries: Type.Array(
    Type.Object({
      entity: WeekReference,
      error: Type.Object({ errorCode: Type.String(), message: Type.String() }),
    }),
  ),
});

/** Somebody who may be asked to approve. */
export const ApprovalManager = Type.Object({ ...User.properties, isGlobalApprovalManager: Type.Boolean() });

/** A person's part in approvals. */
export const ApprovalPerson = Type.Object({
  user: User,
  isApprovalManager: Type.Boolean(),
  isGlobalApprovalManager: Type.Boolean(),
  /** Who is asked when a submission names nobody. */
  approvalManager: OrNull(User),
});

export type TimeApproval = Static<typeof TimeApproval>;
export type TimeWeek = Static<typeof TimeWeek>;
export type WeekDifferences = Static<typeof WeekDifferences>;
export type UnsubmittedWeek = Static<typeof UnsubmittedWeek>;
export type WeekReference = Static<typeof WeekReference>;
export type WeekDecision = Static<typeof WeekDecision>;
export type WeekDecisionResult = Static<typeof WeekDecisionResult>;
export type ApprovalPerson = Static<typeof ApprovalPerson>;
