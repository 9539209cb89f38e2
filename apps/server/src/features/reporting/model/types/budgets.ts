import { type EntityType, sql } from '@stint/odata';
import type { ReportingContext } from '../context.ts';
import { MODELS } from '../names.ts';
import { optional, type Read, required, type Value } from '../properties.ts';
import { isOnBudget, spent } from '../rows/budgets.ts';
import { isWishedItem, wishedWorkLogs } from '../rows/wished.ts';
import { workItemTable } from '../rows/work-items.ts';
import { reportingWorkItemFlat } from './work-items.ts';
import { reportingWorkLog } from './work-logs.ts';

const seconds = (read: Read): Value => ({
  ...optional('Edm.Int32', read),
  description: 'Seconds',
  beside: spent,
});

/** A budget with what was tracked and billed on it. */
export const reportingBudgetExtended: EntityType<ReportingContext> = {
  kind: 'entity',
  name: `${MODELS}.ReportingBudgetExtended`,
  key: ['Id'],
  properties: {
    Id: required('Edm.Guid', 'id'),
    BudgetName: optional('Edm.String', 'name'),
    Planned: { ...required('Edm.Int32', 'planned_seconds'), description: 'Seconds' },
    Tracked: seconds((row) => sql`coalesce(${row}.tracked, 0)`),
    Billed: seconds((row) => sql`coalesce(${row}.billed, 0)`),
    Comment: optional('Edm.String', 'comment'),
    Closed: required('Edm.Boolean', 'is_closed'),
    ClosedDate: optional('Edm.DateTimeOffset', 'closed_at'),
    CreatedDate: optional('Edm.DateTimeOffset', 'created_at'),
  },
  navigation: {
    WorkItems: {
      target: () => reportingWorkItemFlat,
      isCollection: true,
      nullable: false,
      isContained: false,
      set: 'workItems',
      source: { table: (context) => workItemTable(context), where: isWishedItem },
      on: (row, other) => sql`${other}.budget_id = ${row}.id`,
    },
    Worklogs: {
      target: () => reportingWorkLog,
      isCollection: true,
      nullable: false,
      isContained: false,
      set: 'workLogsOnly',
      source: wishedWorkLogs,
      on: (row, other, context) => isOnBudget(row, other, context),
    },
  },
};
