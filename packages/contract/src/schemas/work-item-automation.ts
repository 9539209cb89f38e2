import { type Static, Type } from 'typebox';
import { OrNull, WorkItemNumber } from './common.ts';

/** The name of a project in Azure DevOps. */
export const ProjectName = Type.String({ minLength: 1, maxLength: 256 });

/** The reference name of a field in Azure DevOps; empty for none. */
const FieldName = Type.String({
  maxLength: 255,
  pattern: String.raw`^([A-Za-z_][A-Za-z0-9_\-]*(\.[A-Za-z0-9_\-]+)+)?$`,
  title: 'The reference name of a field, such as Microsoft.VSTS.Scheduling.StoryPoints, or an empty text',
});

const switches = {
  /** Whether Remaining Work goes down by what is booked, never below 0, and up again by what is taken away. */
  reducesRemainingWork: Type.Boolean(),
  /** Whether Completed Work is set to the sum of all worklogs of everybody, exactly. */
  setsCompletedWork: Type.Boolean(),
};

/** How far setting Completed Work for everything booked in the past is. */
const Recompute = Type.Object({
  started: Type.String(),
  /** Work items with time. */
  workItems: Type.Integer(),
  /** How many of them are still to be looked at. */
  left: Type.Integer(),
});

/** What Stint does with the work items of a project in Azure DevOps, and how that is going. Times are RFC 3339, UTC. */
export const WorkItemAutomation = Type.Object({
  project: Type.String(),
  ...switches,
  /** The field that Pace divides by; null for Effort, Story Points, Size or Original Estimate, the first that a work item has. */
  estimateField: OrNull(Type.String()),
  /** Work items that are to be written. */
  waiting: Type.Integer(),
  /** Work items that could not be written the last time. */
  failed: Type.Integer(),
  lastWritten: OrNull(Type.String()),
  /** null when that was never asked for. */
  recompute: OrNull(Recompute),
});

/** Whether Azure DevOps can be written to now; `none` when nothing is connected. */
export const AutomationConnection = Type.Union([
  Type.Literal('none'),
  Type.Literal('connected'),
  Type.Literal('reading'),
  Type.Literal('unreachable'),
  Type.Literal('unauthorized'),
]);

export const WorkItemAutomations = Type.Object({
  connection: AutomationConnection,
  projects: Type.Array(WorkItemAutomation),
});

export const WorkItemAutomationChange = Type.Object({
  reducesRemainingWork: Type.Optional(switches.reducesRemainingWork),
  setsCompletedWork: Type.Optional(switches.setsCompletedWork),
  /** An empty text takes the usual ones again. */
  estimateField: Type.Optional(FieldName),
});

/** Which writes are wanted: those still to come, those that failed, those that have nothing to write to, those that are done. */
export const WriteState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('failed'),
  Type.Literal('skipped'),
  Type.Literal('done'),
]);

/** The last writing to one work item. */
export const WorkItemWrite = Type.Object({
  workItemId: WorkItemNumber,
  title: Type.String(),
  type: Type.String(),
  /** Whether it is to be written (again). */
  isWaiting: Type.Boolean(),
  /** `same`: nothing differed; `noField`: its type has no such fields; `gone`: deleted; null: not tried yet. */
  outcome: OrNull(
    Type.Union([
      Type.Literal('written'),
      Type.Literal('same'),
      Type.Literal('noField'),
      Type.Literal('gone'),
      Type.Literal('failed'),
    ]),
  ),
  /** Why the last try failed. */
  fault: OrNull(Type.String()),
  nextTry: OrNull(Type.String()),
  lastTry: OrNull(Type.String()),
  lastWritten: OrNull(Type.String()),
});

export type WorkItemAutomation = Static<typeof WorkItemAutomation>;
export type WorkItemAutomations = Static<typeof WorkItemAutomations>;
export type WorkItemAutomationChange = Static<typeof WorkItemAutomationChange>;
export type WorkItemWrite = Static<typeof WorkItemWrite>;
export type WriteState = Static<typeof WriteState>;
