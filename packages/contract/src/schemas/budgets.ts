import { type Static, Type } from 'typebox';
import { FreeText, Guid, Name, OrNull, WholeSeconds, WorkItemNumber } from './common.ts';

/** A sum of seconds over many worklogs, which may be larger than one worklog can be. */
const SecondsSum = Type.Integer({ minimum: 0, description: 'Whole seconds' });

/** What a budget is attached to, counted. */
const BudgetAttachments = Type.Object({
  workItems: Type.Integer(),
  iterations: Type.Integer(),
  workLogs: Type.Integer(),
  exclusions: Type.Integer(),
});

/**
 * Planned time, and what was booked on all that has this budget. Lengths are seconds; `percent` is tracked of planned, rounded
 * down, null when nothing is planned; `remainingLength` is below 0 when more was tracked. Times are RFC 3339, UTC.
 */
export const Budget = Type.Object({
  id: Guid,
  name: Type.String(),
  comment: Type.String(),
  plannedLength: WholeSeconds({ minimum: 0 }),
  trackedLength: SecondsSum,
  billedLength: SecondsSum,
  remainingLength: Type.Integer({ description: 'Whole seconds' }),
  percent: OrNull(Type.Integer()),
  workLogCount: Type.Integer(),
  attached: BudgetAttachments,
  isClosed: Type.Boolean(),
  created: Type.String(),
  closed: OrNull(Type.String()),
});

const BudgetComment = FreeText(4000);
const PlannedLength = WholeSeconds({ minimum: 0 });

/** A new budget; nothing planned is 0. */
export const NewBudget = Type.Object({
  name: Name,
  comment: Type.Optional(BudgetComment),
  plannedLength: Type.Optional(PlannedLength),
});

/** A change: a field left out or null keeps its value. */
export const BudgetChange = Type.Object({
  name: Type.Optional(Name),
  comment: Type.Optional(BudgetComment),
  plannedLength: Type.Optional(PlannedLength),
  isClosed: Type.Optional(Type.Boolean()),
});

/** What to attach: exactly one of the three. An exclusion says that the thing and all below it do not get this budget. */
export const NewBudgetAssignment = Type.Object({
  workItemId: Type.Optional(WorkItemNumber),
  iterationPath: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  workLogId: Type.Optional(Guid),
  isExclusion: Type.Optional(Type.Boolean({ default: false })),
});

/** Whether things that have another budget move to this one; else they are refused. */
export const MoveFromOthers = Type.Optional(Type.Boolean({ default: false }));

export const BudgetAssignment = Type.Object({
  id: Guid,
  workItemId: OrNull(WorkItemNumber),
  iterationPath: OrNull(Type.String()),
  workLogId: OrNull(Guid),
  isExclusion: Type.Boolean(),
});

/** The values of `BudgetAssignmentType` in reporting: 1 NoBudget, 2 DirectlyAssigned, 3 InheritedFromParent, 4 InheritedFromIteration. */
export const AssignmentType = Type.Object({ id: Type.Integer(), name: Type.String() });

/** The budget that a work item has in the end. */
export const WorkItemBudget = Type.Object({
  workItemId: WorkItemNumber,
  budget: OrNull(Type.Object({ id: Guid, name: Type.String(), isClosed: Type.Boolean() })),
  assignmentType: AssignmentType,
});

/** A work item of a budget; the lengths are seconds of its own worklogs that count for the budget. */
export const BudgetWorkItem = Type.Object({
  workItemId: WorkItemNumber,
  title: Type.String(),
  type: Type.String(),
  state: Type.String(),
  project: Type.String(),
  iterationPath: OrNull(Type.String()),
  parentId: OrNull(WorkItemNumber),
  assignmentType: AssignmentType,
  trackedLength: SecondsSum,
  billedLength: SecondsSum,
});

export const BudgetState = Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('all')]);

export type Budget = Static<typeof Budget>;
export type BudgetState = Static<typeof BudgetState>;
export type NewBudget = Static<typeof NewBudget>;
export type BudgetChange = Static<typeof BudgetChange>;
export type NewBudgetAssignment = Static<typeof NewBudgetAssignment>;
export type BudgetAssignment = Static<typeof BudgetAssignment>;
export type WorkItemBudget = Static<typeof WorkItemBudget>;
export type BudgetWorkItem = Static<typeof BudgetWorkItem>;
