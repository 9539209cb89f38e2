import { Type } from 'typebox';
import { call } from '../call.ts';
import { ClientTime, Guid } from '../schemas/common.ts';
import { CopiedWeek, IterationDetails, IterationSummary, Timesheet } from '../schemas/timesheet.ts';

const Flag = Type.Optional(Type.Boolean({ default: false }));
const Project = Type.Optional(Type.String({ minLength: 1, maxLength: 256 }));

export const getTimesheet = call({
  id: 'getTimesheet',
  area: 'rest',
  method: 'GET',
  path: '/timesheet',
  summary:
    'Work items by days with the time on them: those with time, and those that the filters add. This week unless a range of at most 42 days is given.',
  query: Type.Object({
    $from: Type.Optional(ClientTime),
    $to: Type.Optional(ClientTime),
    $userId: Type.Optional(Guid),
    /** Only items of this project. */
    $project: Project,
    /** Adds the items of the iterations that have a day of the range. */
    $iterations: Flag,
    /** Of what the filters add, only items assigned to the person; alone it adds those that are in progress. */
    $mine: Flag,
    /** Adds items with own time of so many weeks before the range. */
    $weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    /** Adds everything above the items. */
    $parents: Flag,
  }),
  answer: Timesheet,
});

export const copyTimesheetWeek = call({
  id: 'copyTimesheetWeek',
  area: 'rest',
  method: 'POST',
  path: '/timesheet/copy',
  summary:
    'Books the caller’s entries of one week again in another, the week before by default, all or none.',
  query: Type.Object({ $validateOnly: Flag }),
  body: Type.Object({ weekStart: ClientTime, fromWeekStart: Type.Optional(ClientTime) }),
  answer: CopiedWeek,
});

export const listIterations = call({
  id: 'listIterations',
  area: 'rest',
  method: 'GET',
  path: '/iterations',
  summary:
    'Iterations with effort, tracked time, pace and budget, the latest first; those of the last 90 days and the next 30 unless a range is given.',
  query: Type.Object({
    $project: Project,
    $from: Type.Optional(ClientTime),
    $to: Type.Optional(ClientTime),
  }),
  answer: Type.Array(IterationSummary),
});

export const getIteration = call({
  id: 'getIteration',
  area: 'rest',
  method: 'GET',
  path: '/iterations/details',
  summary:
    'One iteration by its path, with its work items and those that had time on its days and are in another one now.',
  query: Type.Object({ $path: Type.String({ minLength: 1, maxLength: 4_000 }) }),
  answer: IterationDetails,
});
