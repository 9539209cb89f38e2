import { type EntityType, type NavigationProperty, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { column, orNull, type Read, required, type Value } from '../properties.ts';
import { isParent, withAllBelow } from '../rows/hierarchy.ts';
import { tracked } from '../rows/tracked.ts';
import { isWishedItem, wishedWorkLogs } from '../rows/wished.ts';
import { workItemTable } from '../rows/work-items.ts';
import { budget } from './values.ts';
import { fieldValues, placeValues, rollupValues } from './work-item-fields.ts';
import { parent, root } from './work-item-parent.ts';
import { reportingWorkLog } from './work-logs.ts';

const trackedValue = (name: string, description: string): Value => ({
  ...required('Edm.Int32', secondsOf(name)),
  description: `Seconds ${description}`,
  beside: tracked,
});

/** Seconds of a column of `tracked`; what is billable is zero for those who may not see it. */
function secondsOf(name: string): Read {
  const isBillable = name.endsWith('_billable');
  return (row, { showsBudgets }) =>
    isBillable && !showsBudgets ? sql`0` : sql`coalesce(${column(row, name)}, 0)`;
}

const totals = {
  TrackedItself: trackedValue('itself', 'tracked on the item itself'),
  TrackedItselfBillable: trackedValue('itself_billable', 'of them that are billable'),
  TrackedTotal: trackedValue('total', 'tracked on the item and all below it'),
  TrackedTotalBillable: trackedValue('total_billable', 'of them that are billable'),
};

const directWorkLogs: NavigationProperty<ReportingContext> = {
  target: () => reportingWorkLog,
  isCollection: true,
  nullable: false,
  isContained: false,
  set: 'workLogsOnly',
  source: wishedWorkLogs,
  on: (row, other) => sql`${other}.work_item_id = ${row}.id`,
};

const allWorkLogs: NavigationProperty<ReportingContext> = {
  ...directWorkLogs,
  on: (row, other, context) => sql`${other}.work_item_id in (${withAllBelow(row, context)})`,
};

const children: Omit<NavigationProperty<ReportingContext>, 'target' | 'set'> = {
  isCollection: true,
  nullable: false,
  isContained: false,
  source: { table: (context) => workItemTable(context), where: isWishedItem },
  on: (row, other, context) => isParent(row, other, context),
};

/** A work item with the time booked on it. */
export const reportingWorkItemFlat: EntityType<ReportingContext> = {
  kind: 'entity',
  name: `${MODELS}.ReportingWorkItemFlat`,
  key: ['System_Id'],
  properties: {
    ...fieldValues,
    ...Object.fromEntries(Object.entries(placeValues).map(([name, value]) => [name, orNull(value)])),
    ...totals,
    TrackedItself: orNull(totals.TrackedItself),
    TrackedItselfBillable: orNull(totals.TrackedItselfBillable),
    Budget: budget,
  },
  navigation: {
    Parent: parent,
    ParentItem: { ...parent, nullable: false, isContained: true },
    Root: root,
    Children: { ...children, target: () => reportingWorkItemFlat, set: 'workItems' },
    DirectWorklogs: directWorkLogs,
    AllWorklogs: allWorkLogs,
  },
};

/** A work item with the time of all below it. */
export const reportingWorkItemHierarchy: EntityType<ReportingContext> = {
  kind: 'entity',
  name: `${MODELS}.ReportingWorkItemHierarchy`,
  key: ['System_Id'],
  properties: {
    ...placeValues,
    ...fieldValues,
    ...totals,
    HasChildren: required(
      'Edm.Boolean',
      (row, { organization }) => sql`exists (select from work_item_ancestry a
        where a.organization_id = ${organization} and a.ancestor_id = ${row}.id and a.depth = 1)`,
    ),
    ...rollupValues,
    Budget: budget,
  },
  navigation: {
    Parent: parent,
    Root: root,
    Children: { ...children, target: () => reportingWorkItemHierarchy, set: 'workItemsHierarchyAllLevels' },
    DirectWorklogs: directWorkLogs,
    AllWorklogs: allWorkLogs,
  },
};
