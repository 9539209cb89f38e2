import { Type } from 'typebox';
import { call } from '../call.ts';
import { ClientTime, Count, Expand, Guid, Skip } from '../schemas/common.ts';
import {
  ApprovalManager,
  ApprovalPerson,
  PendingWeeks,
  TimeApproval,
  TimeWeek,
  UnsubmittedWeek,
  WeekDecision,
  WeekDecisionResult,
  WeekDifferences,
  WeekPage,
  WeekRange,
} from '../schemas/time-approval.ts';
import { WorkLog } from '../schemas/work-logs.ts';

const one = { params: Type.Object({ id: Guid }) };

export const submitTimeWeek = call({
  id: 'submitTimeWeek',
  area: 'rest',
  method: 'POST',
  path: '/timeApproval/week',
  summary: 'Submits an own week for approval; its time is locked from then on.',
  body: Type.Object({ weekStart: ClientTime, assignedManagerId: Type.Optional(Guid) }),
  answer: Type.Literal(true),
});

export const revokeTimeWeek = call({
  id: 'revokeTimeWeek',
  area: 'rest',
  method: 'DELETE',
  path: '/timeApproval/week',
  summary: 'Takes the submission of an own week back.',
  query: Type.Object({ weekStart: ClientTime }),
  answer: Type.Literal(true),
});

export const listTimeApprovals = call({
  id: 'listTimeApprovals',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/all',
  summary: 'The weeks that were submitted to the caller, newest first; a global manager sees everyone’s.',
  access: 'approvalManager',
  query: Type.Object({
    ...WeekPage.properties,
    $state: Type.Optional(
      Type.String({ maxLength: 40, description: 'Comma list of states, such as 1 or 3,99' }),
    ),
  }),
  answer: Type.Array(TimeApproval),
});

const decision = {
  area: 'rest',
  method: 'POST',
  access: 'approvalManager',
  body: WeekDecision,
  answer: WeekDecisionResult,
} as const;

export const approveTimeWeeks = call({
  ...decision,
  id: 'approveTimeWeeks',
  path: '/timeApproval/week/approve',
  summary: 'Approves submitted weeks, each on its own.',
});

export const reopenTimeWeeks = call({
  ...decision,
  id: 'reopenTimeWeeks',
  path: '/timeApproval/week/reopen',
  summary: 'Opens weeks again, so that their time can be changed.',
});

export const rejectTimeWeeks = call({
  ...decision,
  id: 'rejectTimeWeeks',
  path: '/timeApproval/week/reject',
  summary: 'Gives submitted weeks back with a comment, which their person sees.',
});

export const closeTimeWeeks = call({
  ...decision,
  id: 'closeTimeWeeks',
  path: '/timeApproval/week/close',
  summary: 'Closes approved weeks.',
});

export const lockTimeWeeks = call({
  ...decision,
  id: 'lockTimeWeeks',
  path: '/timeApproval/week/lock',
  summary: 'Locks the time of weeks, submitted or not.',
});

export const unlockTimeWeeks = call({
  ...decision,
  id: 'unlockTimeWeeks',
  path: '/timeApproval/week/unlock',
  summary: 'Unlocks weeks that were locked by hand or by their age.',
});

export const listTimeWeeks = call({
  id: 'listTimeWeeks',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/weeks',
  summary:
    'The weeks of one person, the caller by default, newest first and those in progress included; the last 13 unless a range of at most 106 is given.',
  query: Type.Object({ ...WeekRange.properties, $userId: Type.Optional(Guid) }),
  answer: Type.Array(TimeWeek),
});

export const listTimeWeekWorkLogs = call({
  id: 'listTimeWeekWorkLogs',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/week/workLogs',
  summary:
    'The worklogs of one person’s week, the caller’s by default, oldest first; for whoever may see the week. They add up to its tracked length.',
  query: Type.Object({ weekStart: ClientTime, $userId: Type.Optional(Guid), $expand: Expand }),
  answer: Type.Array(WorkLog),
});

export const listUnsubmittedTimeWeeks = call({
  id: 'listUnsubmittedTimeWeeks',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/unsubmitted',
  summary: 'Past weeks with time that the caller’s people have not submitted, newest first.',
  access: 'approvalManager',
  query: WeekPage,
  answer: Type.Array(UnsubmittedWeek),
});

export const countPendingTimeWeeks = call({
  id: 'countPendingTimeWeeks',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/pending',
  summary: 'How many submitted weeks wait for the caller, as listTimeApprovals lists them.',
  access: 'approvalManager',
  answer: PendingWeeks,
});

export const getTimeWeekDifferences = call({
  ...one,
  id: 'getTimeWeekDifferences',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/weeks/:id/differences',
  summary:
    'What was changed in a week since it was submitted, or, where it was submitted again, between the last two submissions and since.',
  answer: WeekDifferences,
});

export const listApprovalManagers = call({
  id: 'listApprovalManagers',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/managers',
  summary: 'Who may be asked to approve, by name.',
  query: Type.Object({ $expand: Expand }),
  answer: Type.Array(ApprovalManager),
});

export const setApprovalManager = call({
  ...one,
  id: 'setApprovalManager',
  area: 'rest',
  method: 'PUT',
  path: '/timeApproval/managers/:id',
  summary: 'Makes a person an approval manager, or ends it.',
  access: 'administrator',
  query: Type.Object({ $expand: Expand }),
  body: Type.Object({ isApprovalManager: Type.Boolean(), isGlobalApprovalManager: Type.Boolean() }),
  answer: ApprovalPerson,
});

export const listApprovalPeople = call({
  id: 'listApprovalPeople',
  area: 'rest',
  method: 'GET',
  path: '/timeApproval/people',
  summary: 'People with their part in approvals, by name.',
  access: 'administrator',
  query: Type.Object({ $count: Count, $skip: Skip, $expand: Expand }),
  answer: Type.Array(ApprovalPerson),
});

export const setApprovalPerson = call({
  ...one,
  id: 'setApprovalPerson',
  area: 'rest',
  method: 'PUT',
  path: '/timeApproval/people/:id',
  summary:
    'Sets who approves a person’s weeks unless a submission names somebody; left out: the global managers.',
  access: 'administrator',
  query: Type.Object({ $expand: Expand }),
  body: Type.Object({ approvalManagerId: Type.Optional(Guid) }),
  answer: ApprovalPerson,
});
