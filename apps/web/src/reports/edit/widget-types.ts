import type { Widget } from '@stint/contract';

/** All types of widgets, in the order to choose from. */
export const widgetTypes = [
  'Number',
  'Columns',
  'Line',
  'StackedBar',
  'Pie',
  'FlatTable',
  'HierarchyTable',
] as const satisfies readonly Widget['type'][];

/** All formatters of columns; the empty one writes a value as it is. */
export const formatters = [
  '',
  'TimeLength',
  'NullToComment',
  'Number',
  'String',
  'WorkItemId',
  'WorkItemType',
  'WorkItemIndicator',
  'WorkItemIdWithIndicator',
  'LocaleSettingsDateTime',
  'CustomDateTime',
  'DateTimeAgo',
  'MathExpression',
] as const;

/** The sets of the reporting service that widgets are usually made of. */
export const endpoints = [
  'workLogsOnly',
  'workLogsWorkItems',
  'workItems',
  'workItemsHierarchy',
  'workItemsHierarchyAllLevels',
  'budgets',
  'users',
  'activityTypes',
  'approvals',
  'iterations',
] as const;
