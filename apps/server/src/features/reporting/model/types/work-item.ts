import type { ComplexProperty, ComplexType } from '@stint/odata';
import { sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { workItemTable } from '../rows/work-items.ts';
import { budget } from './values.ts';
import { fieldValues, placeValues } from './work-item-fields.ts';

/** A work item as a value of a worklog. */
export const reportingWorkItem: ComplexType<ReportingContext> = {
  kind: 'complex',
  name: `${MODELS}.ReportingWorkItem`,
  properties: { ...placeValues, ...fieldValues, Budget: budget },
  navigation: {},
};

/** The work item that a worklog is on, also one that was deleted; null for worklogs of none or of an unknown one. */
export const workItemOfWorkLog: ComplexProperty<ReportingContext> = {
  kind: 'complex',
  type: reportingWorkItem,
  nullable: true,
  join: {
    by: ['work_item_id'],
    isLarge: true,
    table: (context) => workItemTable(context, 'all'),
    on: (row, other) => sql`${other}.id = ${row}.work_item_id`,
    optional: true,
    present: (other) => sql`${other}.id`,
  },
};
