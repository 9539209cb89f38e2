import { type Static, Type } from 'typebox';
import { Guid, OrNull, WallTimeText, WholeSeconds, WorkItemNumber } from './common.ts';
import { DateText } from './settings.ts';

/** What many worklogs add up to. */
const SumOfSeconds = Type.Integer({ minimum: 0, description: 'Whole seconds' });

const Day = Type.Object({ date: DateText, length: SumOfSeconds });

/** A work item as a row of the timesheet shows it. */
export const TimesheetWorkItem = Type.Object({
  id: WorkItemNumber,
  title: Type.String(),
  type: Type.String(),
  /** Six hex digits; empty when the type is not known. */
  color: Type.String(),
  teamProject: Type.String(),
  state: Type.String(),
  stateCategory: Type.String(),
  iterationPath: OrNull(Type.String()),
  parentId: OrNull(WorkItemNumber),
  effort: OrNull(Type.Number()),
  isAssignedToUser: Type.Boolean(),
});

export const TimesheetEntry = Type.Object({
  id: Guid,
  timestamp: WallTimeText,
  /** Whether it lies at a time of its day; false for what was booked for a day as a whole. */
  hasClockTime: Type.Boolean(),
  length: WholeSeconds(),
  /** null where nothing was said, and for others below the role Product. */
  billableLength: OrNull(WholeSeconds({ minimum: 0 })),
  /** Also in rows without a work item: items that are not known yet stand there. */
  workItemId: OrNull(WorkItemNumber),
  comment: Type.String(),
  activityTypeId: Guid,
});

export const TimesheetRow = Type.Object({
  /** null for time without a work item. */
  workItem: OrNull(TimesheetWorkItem),
  /** Why the row is there: time of the range, an answer to the filters, or a parent of one of these. */
  reason: Type.Union([Type.Literal('time'), Type.Literal('filter'), Type.Literal('parent')]),
  length: SumOfSeconds,
  /** Oldest first; an entry belongs to the day of its `timestamp`. */
  entries: Type.Array(TimesheetEntry),
  /** Days on which the item was assigned to the person and in progress, as far as is known. */
  daysInProgress: Type.Array(DateText),
});

export const Timesheet = Type.Object({
  userId: Guid,
  from: DateText,
  to: DateText,
  today: DateText,
  /** Every day of the range with its time, whichever rows are shown. */
  days: Type.Array(Day),
  length: SumOfSeconds,
  rows: Type.Array(TimesheetRow),
  /** Whether there are more rows than are answered. */
  isCut: Type.Boolean(),
});

export const CopiedWeek = Type.Object({ added: Type.Integer(), ids: Type.Array(Guid) });

/** An iteration with what was tracked for it. */
export const IterationSummary = Type.Object({
  path: Type.String(),
  name: Type.String(),
  project: Type.String(),
  startDate: OrNull(DateText),
  finishDate: OrNull(DateText),
  workItems: Type.Integer(),
  /** Sum of the items’ effort; null when none has any. */
  effort: OrNull(Type.Number()),
  /** Time on the iteration’s items on its days, or at any time where it has no days. */
  trackedLength: SumOfSeconds,
  /** Time on the items and all below them, whenever it was. */
  trackedSummaryLength: SumOfSeconds,
  /** Hours of the summary for one unit of effort; null without effort. */
  pace: OrNull(Type.Number()),
  /** What time in it counts for; null below the role Budget and where there is none. */
  budget: OrNull(Type.Object({ id: Guid, name: Type.String() })),
  /** Items of the project with time on the iteration’s days that are in another iteration now. */
  movedWorkItems: Type.Integer(),
});

/** A work item of an iteration with what was tracked on it. */
export const IterationWorkItem = Type.Object({
  id: WorkItemNumber,
  title: Type.String(),
  type: Type.String(),
  /** Six hex digits; empty when the type is not known. */
  color: Type.String(),
  state: Type.String(),
  stateCategory: Type.String(),
  /** Where it is now. */
  iterationPath: OrNull(Type.String()),
  /** Whether it had time on the iteration’s days and is in another one now. */
  isMoved: Type.Boolean(),
  effort: OrNull(Type.Number()),
  /** Time on the item on the iteration’s days, or at any time where it has no days. */
  trackedLength: SumOfSeconds,
  /** Time on the item and all below it, whenever it was. */
  trackedSummaryLength: SumOfSeconds,
  /** Hours of the summary for one unit of effort; null without effort. */
  pace: OrNull(Type.Number()),
  /** What time on it counts for; null below the role Budget and where there is none. */
  budget: OrNull(Type.Object({ id: Guid, name: Type.String() })),
});

export const IterationDetails = Type.Object({
  iteration: IterationSummary,
  /** Those of the iteration first, then those that have moved. */
  workItems: Type.Array(IterationWorkItem),
  /** Whether there are more items than are answered. */
  isCut: Type.Boolean(),
});

export type Timesheet = Static<typeof Timesheet>;
export type TimesheetRow = Static<typeof TimesheetRow>;
export type TimesheetEntry = Static<typeof TimesheetEntry>;
export type IterationSummary = Static<typeof IterationSummary>;
export type IterationWorkItem = Static<typeof IterationWorkItem>;
export type IterationDetails = Static<typeof IterationDetails>;
