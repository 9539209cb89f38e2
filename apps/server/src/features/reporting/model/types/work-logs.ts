import { type EntityType, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { optional, required, wallTime } from '../properties.ts';
import { user } from './people.ts';
import { activityType, budget, workLogDate } from './values.ts';
import { workItemOfWorkLog } from './work-item.ts';

const values = {
  Id: required('Edm.Guid', 'id'),
  UserId: optional('Edm.Guid', 'person_id'),
  AddedByUserId: optional('Edm.Guid', 'added_by'),
  BudgetId: optional('Edm.Guid', 'budget_id'),
  ActivityTypeId: optional('Edm.Guid', 'activity_type_id'),
  WorkItemId: optional('Edm.Int32', 'work_item_id'),
  Timestamp: {
    ...wallTime('local_started_at'),
    description: 'When it began by the wall clock of its owner, written as if that were UTC',
  },
  PeriodLength: { ...required('Edm.Int32', 'seconds'), description: 'Seconds' },
  Comment: optional('Edm.String', 'comment'),
  EditedTimestamp: required('Edm.DateTimeOffset', 'edited_at'),
  CreatedTimestamp: required('Edm.DateTimeOffset', 'created_at'),
  IsTracked: required('Edm.Boolean', 'is_tracked'),
  IsManuallyEntered: required(
    'Edm.Boolean',
    (row) => sql`(not ${row}.is_tracked and not ${row}.is_imported)`,
  ),
  IsChanged: required('Edm.Boolean', 'is_changed'),
  IsTrackedExtended: required('Edm.Boolean', 'is_tracked_extended'),
  IsImported: required('Edm.Boolean', 'is_imported'),
  IsFromApi: required('Edm.Boolean', 'is_from_api'),
  IsBillable: required('Edm.Boolean', (row, { showsBudgets }) =>
    showsBudgets ? sql`${row}.is_billable` : sql`false`,
  ),
  BillablePeriodLength: {
    ...optional('Edm.Int32', (row, { showsBudgets }) =>
      showsBudgets ? sql`${row}.billable_seconds` : sql`null::integer`,
    ),
    description: 'Seconds',
  },
  EditedByUser: user('edited_by', true),
  Budget: budget,
  ActivityType: activityType,
  WorklogDate: workLogDate,
} satisfies EntityType<ReportingContext>['properties'];

const isDeleted = required('Edm.Boolean', (row) => sql`(${row}.deleted_at is not null)`);

function entity(
  name: string,
  properties: EntityType<ReportingContext>['properties'],
): EntityType<ReportingContext> {
  return { kind: 'entity', name: `${MODELS}.${name}`, key: ['Id'], properties, navigation: {} };
}

/** A worklog, time data only. */
export const reportingWorkLog = entity('ReportingWorkLog', {
  ...values,
  User: user('person_id', false),
  AddedByUser: user('added_by', false),
});

/** A worklog with its work item. */
export const reportingWorkLogWorkItem = entity('ReportingWorkLogWorkItem', {
  ...values,
  User: user('person_id', true),
  AddedByUser: user('added_by', true),
  WorkItem: workItemOfWorkLog,
});

export const reportingWorkLogWithDeleted = entity('ReportingWorkLogWithDeleted', {
  ...reportingWorkLog.properties,
  IsDeleted: isDeleted,
});

export const reportingWorkLogWorkItemWithDeleted = entity('ReportingWorkLogWorkItemWithDeleted', {
  ...reportingWorkLogWorkItem.properties,
  IsDeleted: isDeleted,
});
