import { type EntityType, type NavigationProperty, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { isParent, rootOf } from '../rows/hierarchy.ts';
import { workItemTable } from '../rows/work-items.ts';
import { budget } from './values.ts';
import { fieldValues } from './work-item-fields.ts';

/** A work item as what another one stands below. */
export const reportingWorkItemParent: EntityType<ReportingContext> = {
  kind: 'entity',
  name: `${MODELS}.ReportingWorkItemParent`,
  key: ['System_Id'],
  properties: { ...fieldValues, Budget: budget },
  navigation: {},
};

const above = {
  target: () => reportingWorkItemParent,
  isCollection: false,
  nullable: true,
  isContained: false,
  set: null,
  source: {
    table: (context) => workItemTable(context, 'all'),
    where: (row) => sql`${row}.deleted_at is null`,
  },
} satisfies Omit<NavigationProperty<ReportingContext>, 'on'>;

/** The item directly above. */
export const parent: NavigationProperty<ReportingContext> = {
  ...above,
  on: (row, other, context) => isParent(other, row, context),
};

/** The first item of the hierarchy: the item itself where nothing is above it. */
export const root: NavigationProperty<ReportingContext> = {
  ...above,
  on: (row, other, context) => sql`${other}.id = ${rootOf(row, context)}`,
};
