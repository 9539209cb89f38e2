import { idColumn, lengthColumn, titleColumn, widget } from './pieces.ts';
import type { BuiltInReport } from './report.ts';

export const backlog: BuiltInReport = {
  id: '7e9027a0-0000-4000-8000-000000000004',
  key: 'backlog',
  name: 'Backlog',
  description: 'Work items with what they were estimated at, what was tracked, and the pace.',
  content: {
    timeframeFilter: null,
    scope: 'All',
    project: null,
    widgets: [
      widget(
        { x: 0, y: 0, w: 12, h: 6 },
        {
          type: 'HierarchyTable',
          title: 'Backlog',
          endpoint: 'workItemsHierarchy',
          query:
            '$select=System_Id,System_WorkItemType,System_TeamProject,System_Title,System_State,System_AssignedTo,TrackedTotal,TrackedItself,HasChildren,RollupValue1,RollupValue2&$filter=TrackedTotal gt 0&$orderby=TrackedTotal desc&rollupFields=Microsoft.VSTS.Scheduling.Effort,Microsoft.VSTS.Scheduling.RemainingWork',
          hierarchyField: 'System_Id',
          hierarchyType: 'workItems',
          childrenEndpoint: 'workItemsHierarchy',
          childrenQuery: '({hierarchyField})/Children?{query}',
          columns: [
            idColumn,
            { ...titleColumn, expand: true },
            { field: 'System_State', title: 'State', width: 100 },
            { field: 'System_AssignedTo', title: 'Assigned to', width: 140 },
            { field: 'RollupValue1', title: 'Effort', formatter: 'Number', format: '#.#', width: 80 },
            { field: 'RollupValue2', title: 'Remaining', formatter: 'Number', format: '#.#', width: 90 },
            lengthColumn('TrackedTotal', 'Tracked'),
            {
              field: ['TrackedTotal', 'RollupValue1'],
              title: 'Pace',
              formatter: 'MathExpression',
              format: { expression: '{0} / 3600 / {1}', resultFormat: '#.#' },
              width: 80,
            },
          ],
        },
      ),
    ],
  },
};
