import { idColumn, lengthColumn, titleColumn, widget } from './pieces.ts';
import type { BuiltInReport } from './report.ts';

const selected =
  '$select=System_Id,System_WorkItemType,System_TeamProject,System_Title,TrackedTotal,TrackedItself,HasChildren';

export const epics: BuiltInReport = {
  id: '7e9027a0-0000-4000-8000-000000000005',
  key: 'epics',
  name: 'Epics',
  description: 'Epics with the time on them and all below, by person and by month.',
  content: {
    timeframeFilter: null,
    scope: 'All',
    project: null,
    widgets: [
      widget(
        { x: 0, y: 0, w: 12, h: 4 },
        {
          type: 'HierarchyTable',
          title: 'Epics by person',
          endpoint: 'workItemsHierarchyAllLevels',
          query: `${selected}&$filter=System_WorkItemType eq 'Epic' and TrackedTotal gt 0&$orderby=TrackedTotal desc`,
          hierarchyField: 'System_Id',
          hierarchyType: 'rootExpandable',
          childrenEndpoint: 'workItemsHierarchyAllLevels',
          childrenQuery:
            '({hierarchyField})/AllWorklogs?$apply=groupby((User/Name),aggregate(PeriodLength with sum as TrackedTotal))&$orderby=TrackedTotal desc',
          columns: [
            idColumn,
            { ...titleColumn, expand: true, child: { field: 'User.Name' } },
            lengthColumn('TrackedTotal', 'Tracked'),
          ],
        },
      ),
      widget(
        { x: 0, y: 4, w: 12, h: 4 },
        {
          type: 'HierarchyTable',
          title: 'Epics by month',
          endpoint: 'workItemsHierarchyAllLevels',
          query: `${selected}&$filter=System_WorkItemType eq 'Epic' and TrackedTotal gt 0&$orderby=TrackedTotal desc`,
          hierarchyField: 'System_Id',
          hierarchyType: 'rootExpandable',
          childrenEndpoint: 'workItemsHierarchyAllLevels',
          childrenQuery:
            "({hierarchyField})/AllWorklogs?$apply=compute(concat(cast(year(Timestamp),Edm.String),concat('-',cast(month(Timestamp),Edm.String))) as YearMonth)/groupby((YearMonth),aggregate(PeriodLength with sum as TrackedTotal))",
          columns: [
            idColumn,
            { ...titleColumn, expand: true, child: { field: 'YearMonth' } },
            lengthColumn('TrackedTotal', 'Tracked'),
          ],
        },
      ),
    ],
  },
};
