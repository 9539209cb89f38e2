import type { ColumnKey } from './column-keys.ts';

/** How the cells of a column are written. */
export type ColumnKind =
  | 'day'
  | 'time'
  | 'length'
  | 'workItem'
  | 'activity'
  | 'instant'
  | 'text'
  | 'origin'
  | 'number';

/** A column of Times Explorer. */
export interface ExplorerColumn {
  /** The property of the reporting set `workLogsWorkItems` that names it, also in layouts and addresses. */
  readonly field: string;
  /** Its name among the page’s texts. */
  readonly key: ColumnKey;
  readonly kind: ColumnKind;
  /** The properties that its cells are made of. */
  readonly reads: readonly string[];
  /** What it is sorted by. */
  readonly sorts: string;
  /** Its first width, in pixels. */
  readonly width: number;
  /** Whether only those see it who see budgets. */
  readonly isOfBudgets?: boolean;
}

const text = (key: ColumnKey, field: string, width: number): ExplorerColumn => ({
  field,
  key,
  kind: 'text',
  reads: [field],
  sorts: field,
  width,
});

/** Every column that can be shown, in the order in which they are offered. */
export const COLUMNS: readonly ExplorerColumn[] = [
  { ...text('date', 'Timestamp', 116), kind: 'day' },
  {
    field: 'WorklogDate',
    key: 'time',
    kind: 'time',
    reads: ['Timestamp'],
    sorts: 'Timestamp',
    width: 84,
  },
  text('person', 'User/Name', 148),
  {
    field: 'WorkItem/System_Title',
    key: 'workItem',
    kind: 'workItem',
    reads: ['WorkItemId', 'WorkItem/System_Title', 'WorkItem/System_WorkItemType'],
    sorts: 'WorkItem/System_Title',
    width: 300,
  },
  text('workItemType', 'WorkItem/System_WorkItemType', 120),
  text('project', 'WorkItem/System_TeamProject', 108),
  {
    field: 'ActivityType/Name',
    key: 'activityType',
    kind: 'activity',
    reads: ['ActivityType/Name', 'ActivityType/Color'],
    sorts: 'ActivityType/Name',
    width: 128,
  },
  text('comment', 'Comment', 240),
  { ...text('length', 'PeriodLength', 92), kind: 'length' },
  { ...text('billable', 'BillablePeriodLength', 92), kind: 'length', isOfBudgets: true },
  { ...text('budget', 'Budget/BudgetName', 150), isOfBudgets: true },
  text('state', 'WorkItem/System_State', 108),
  text('iteration', 'WorkItem/System_IterationPath', 160),
  text('area', 'WorkItem/System_AreaPath', 160),
  text('assignedTo', 'WorkItem/System_AssignedTo', 180),
  { ...text('effort', 'WorkItem/Microsoft_VSTS_Scheduling_Effort', 84), kind: 'number' },
  {
    field: 'IsTracked',
    key: 'origin',
    kind: 'origin',
    reads: ['IsTracked', 'IsImported', 'IsFromApi'],
    sorts: 'IsTracked',
    width: 104,
  },
  text('addedBy', 'AddedByUser/Name', 148),
  { ...text('created', 'CreatedTimestamp', 150), kind: 'instant' },
  text('editedBy', 'EditedByUser/Name', 148),
  { ...text('edited', 'EditedTimestamp', 150), kind: 'instant' },
];

const byField = new Map(COLUMNS.map((column) => [column.field, column]));

/** The column that a property names; undefined for what is none. */
export function columnOf(field: string): ExplorerColumn | undefined {
  return byField.get(field);
}

/** The columns that somebody may see. */
export function columnsFor(seesBudgets: boolean): ExplorerColumn[] {
  return COLUMNS.filter(({ isOfBudgets }) => seesBudgets || isOfBudgets !== true);
}
