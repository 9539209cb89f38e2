import { type EntitySet, type Model, type Sql, sql } from '@stint/odata';
import type { ReportingContext } from './context.ts';
import { approvalState, budgetAssignmentType } from './enums.ts';
import { CONTAINER, MODELS } from './names.ts';
import { budgetTable } from './rows/budgets.ts';
import { isRoot } from './rows/hierarchy.ts';
import { activityTypeTable, approvalTable, iterationTable, personTable } from './rows/others.ts';
import { isWishedItem, isWishedWorkLogRow, wishedWorkLogs } from './rows/wished.ts';
import { workItemTable } from './rows/work-items.ts';
import { workLogTableWithDeleted } from './rows/work-logs.ts';
import { reportingBudgetExtended } from './types/budgets.ts';
import {
  reportingActivityTypeExtended,
  reportingApproval,
  reportingIteration,
  reportingUserExtended,
} from './types/others.ts';
import { peopleTypes } from './types/people.ts';
import { valueTypes } from './types/values.ts';
import { reportingWorkItemParent } from './types/work-item-parent.ts';
import { reportingWorkItem } from './types/work-item.ts';
import { reportingWorkItemFlat, reportingWorkItemHierarchy } from './types/work-items.ts';
import {
  reportingWorkLog,
  reportingWorkLogWithDeleted,
  reportingWorkLogWorkItem,
  reportingWorkLogWorkItemWithDeleted,
} from './types/work-logs.ts';

type ReportingSet = EntitySet<ReportingContext>;

const contains = (text: Sql, word: Sql) => sql`strpos(lower(${text}), lower(${word})) > 0`;

const workLogs = {
  source: wishedWorkLogs,
  pageSize: 1000,
  search: (row, word) => contains(sql`${row}.comment`, word),
} satisfies Partial<ReportingSet>;

const withDeleted = {
  ...workLogs,
  source: { table: workLogTableWithDeleted, where: isWishedWorkLogRow },
} satisfies Partial<ReportingSet>;

const workItems = {
  source: { table: (context) => workItemTable(context), where: isWishedItem },
  pageSize: 100,
  search: (row, word) => contains(sql`${row}.title`, word),
} satisfies Partial<ReportingSet>;

const roots = {
  ...workItems,
  source: {
    ...workItems.source,
    where: (row: Sql, context: ReportingContext) =>
      sql`${isRoot(row, context)} and ${isWishedItem(row, context)}`,
  },
};

const byName = (name: Sql) => (row: Sql, word: Sql) => contains(sql`${row}.${name}`, word);

/** The reporting sets (reporting.md, Sets) and our own four. */
export const reportingModel: Model<ReportingContext> = {
  namespace: MODELS,
  container: CONTAINER,
  enums: [budgetAssignmentType, approvalState],
  complexTypes: [...peopleTypes, ...valueTypes, reportingWorkItem],
  entityTypes: [
    reportingWorkItemParent,
    reportingWorkLog,
    reportingBudgetExtended,
    reportingWorkLogWorkItem,
    reportingWorkItemHierarchy,
    reportingWorkItemFlat,
    reportingWorkLogWithDeleted,
    reportingWorkLogWorkItemWithDeleted,
    reportingUserExtended,
    reportingActivityTypeExtended,
    reportingApproval,
    reportingIteration,
  ],
  sets: {
    workLogsOnly: { ...workLogs, type: reportingWorkLog },
    workLogsWorkItems: { ...workLogs, type: reportingWorkLogWorkItem },
    workItems: { ...workItems, type: reportingWorkItemFlat },
    workItemsHierarchy: { ...roots, type: reportingWorkItemHierarchy },
    workItemsHierarchyAllLevels: { ...workItems, type: reportingWorkItemHierarchy },
    budgets: {
      type: reportingBudgetExtended,
      source: { table: budgetTable, where: null },
      pageSize: 100,
      search: byName(sql`name`),
    },
    workLogsOnlyWithDeleted: { ...withDeleted, type: reportingWorkLogWithDeleted },
    workLogsWorkItemsWithDeleted: { ...withDeleted, type: reportingWorkLogWorkItemWithDeleted },
    users: {
      type: reportingUserExtended,
      source: { table: personTable, where: null },
      pageSize: 1000,
      search: byName(sql`display_name`),
    },
    activityTypes: {
      type: reportingActivityTypeExtended,
      source: { table: activityTypeTable, where: null },
      pageSize: 1000,
      search: byName(sql`name`),
    },
    approvals: {
      type: reportingApproval,
      source: { table: approvalTable, where: null },
      pageSize: 1000,
      search: null,
    },
    iterations: {
      type: reportingIteration,
      source: { table: iterationTable, where: null },
      pageSize: 1000,
      search: byName(sql`path`),
    },
  },
};
