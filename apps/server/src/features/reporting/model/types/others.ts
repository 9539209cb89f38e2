import { type EntityType, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { approvalState } from '../enums.ts';
import { MODELS } from '../names.ts';
import { optional, type Read, required, type Value } from '../properties.ts';
import { trackedInIteration } from '../rows/others.ts';
import { isWishedItem, wishedWorkLogs } from '../rows/wished.ts';
import { workItemTable } from '../rows/work-items.ts';
import { user } from './people.ts';
import { reportingWorkItemFlat } from './work-items.ts';
import { reportingWorkLog } from './work-logs.ts';

type Entity = EntityType<ReportingContext>;

/** A person, of our own set `users`. */
export const reportingUserExtended: Entity = {
  kind: 'entity',
  name: `${MODELS}.ReportingUserExtended`,
  key: ['Id'],
  properties: {
    Id: required('Edm.Guid', 'id'),
    Name: optional('Edm.String', 'display_name'),
    Email: optional('Edm.String', 'email'),
    UniqueName: required('Edm.String', 'unique_name'),
    TimeZone: { ...required('Edm.String', 'time_zone'), description: 'IANA name' },
  },
  navigation: {
    Worklogs: {
      target: () => reportingWorkLog,
      isCollection: true,
      nullable: false,
      isContained: false,
      set: 'workLogsOnly',
      source: wishedWorkLogs,
      on: (row, other) => sql`${other}.person_id = ${row}.id`,
    },
  },
};

/** An activity type, of our own set `activityTypes`. */
export const reportingActivityTypeExtended: Entity = {
  kind: 'entity',
  name: `${MODELS}.ReportingActivityTypeExtended`,
  key: ['Id'],
  properties: {
    Id: required('Edm.Guid', 'id'),
    Name: required('Edm.String', 'name'),
    Color: required('Edm.String', 'color'),
    Position: required('Edm.Int32', 'position'),
    IsDefault: required('Edm.Boolean', 'is_system_default'),
  },
  navigation: {},
};

/** What was decided about a person's week, of our own set `approvals`. */
export const reportingApproval: Entity = {
  kind: 'entity',
  name: `${MODELS}.ReportingApproval`,
  key: ['Id'],
  properties: {
    Id: required('Edm.Guid', 'id'),
    UserId: required('Edm.Guid', 'person_id'),
    User: user('person_id', false),
    WeekStart: required('Edm.Date', 'week_start'),
    WeekEnd: required('Edm.Date', 'week_end'),
    State: required(approvalState, (row) => sql`${row}.state::integer`),
    SubmittedTimestamp: optional('Edm.DateTimeOffset', 'submitted_at'),
    ApprovedTimestamp: optional('Edm.DateTimeOffset', 'approved_at'),
    ModifiedTimestamp: required('Edm.DateTimeOffset', 'modified_at'),
    AssignedManager: user('assigned_manager_id', true, { always: false }),
    ApprovedByUser: user('approved_by', true, { always: false }),
    Comment: optional('Edm.String', 'comment'),
  },
  navigation: {},
};

const seconds = (read: Read): Value => ({
  ...required('Edm.Int32', read),
  description: 'Seconds',
  beside: trackedInIteration,
});

/** An iteration that has work items, of our own set `iterations`. */
export const reportingIteration: Entity = {
  kind: 'entity',
  name: `${MODELS}.ReportingIteration`,
  key: ['Path'],
  properties: {
    Path: required('Edm.String', 'path'),
    Name: required('Edm.String', (row) => sql`regexp_replace(${row}.path, '^.*\\\\', '')`),
    System_TeamProject: optional('Edm.String', 'project'),
    WorkItemCount: required('Edm.Int32', 'work_items'),
    Effort: optional('Edm.Double', 'effort'),
    Tracked: seconds((row) => sql`coalesce(${row}.seconds, 0)`),
    TrackedBillable: seconds((row, { showsBudgets }) =>
      showsBudgets ? sql`coalesce(${row}.billable_seconds, 0)` : sql`0`,
    ),
  },
  navigation: {
    WorkItems: {
      target: () => reportingWorkItemFlat,
      isCollection: true,
      nullable: false,
      isContained: false,
      set: 'workItems',
      source: { table: (context) => workItemTable(context), where: isWishedItem },
      on: (row, other) => sql`${other}.iteration_path = ${row}.path`,
    },
  },
};
