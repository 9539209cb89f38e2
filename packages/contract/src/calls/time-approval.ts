import { Type } from 'typebox';
import { call } from '../call.ts';
import { ClientTime, Count, Expand, Guid, OrNull, Skip, WallTimeText } from '../schemas/common.ts';
import { User } from '../schemas/people.ts';

/** 1 Submitted, 2 Reopened, 3 Approved, 99 Closed; no row stands for in progress. */
const ApprovalState = Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(99)]);

export const listTimeApprovals = call({
  id: 'listTimeApprovals',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/all',
  summary: 'The weeks that people have submitted, for approval managers.',
  access: 'approvalManager',
  query: Type.Object({
    $count: Count,
    $skip: Skip,
    $expand: Expand,
    $fromTimestamp: Type.Optional(ClientTime),
    $toTimestamp: Type.Optional(ClientTime),
  }),
  answer: Type.Array(
    Type.Object({
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
    }),
  ),
});
