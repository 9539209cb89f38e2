import type { Widget } from '@stint/contract';
import {
  lengthColumn,
  type Place,
  timeBy,
  timeByActivityType,
  timeByDay,
  topWorkItems,
  totalTime,
  widget,
} from './pieces.ts';
import type { BuiltInReport } from './report.ts';

function timePerPerson(place: Place): Widget {
  return widget(place, {
    type: 'Columns',
    title: 'People',
    endpoint: 'workLogsOnly',
    query:
      '$apply=groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))&$orderby=PeriodLength desc',
    xAxis: { type: 'category', rotation: 90 },
    yAxis: { type: 'duration' },
    series: { fieldX: 'User.Name', fieldY: 'PeriodLength' },
  });
}

function budgets(place: Place): Widget {
  return widget(place, {
    type: 'StackedBar',
    title: 'Budgets',
    endpoint: 'budgets',
    query: '$select=BudgetName,Planned,Tracked&$filter=Closed eq false&$orderby=BudgetName',
    xAxis: { type: 'duration' },
    yAxes: [{ type: 'category' }],
    series: {
      fieldY: 'BudgetName',
      seriesFields: [
        { field: 'Tracked', title: 'Tracked', stacked: false },
        { field: 'Planned', title: 'Planned', stacked: false },
      ],
    },
  });
}

function timePerPersonAndProject(place: Place): Widget {
  return widget(place, {
    type: 'FlatTable',
    title: 'People and projects',
    endpoint: 'workLogsWorkItems',
    query:
      '$apply=groupby((User/Name,WorkItem/System_TeamProject),aggregate(PeriodLength with sum as PeriodLength,WorklogDate/ShortDate with countdistinct as DaysTracked))&$orderby=User/Name,PeriodLength desc',
    columns: [
      { field: 'User.Name', title: 'Person', width: -100 },
      { field: 'WorkItem.System_TeamProject', title: 'Project', formatter: 'NullToComment', width: -100 },
      { field: 'DaysTracked', title: 'Days', width: 80 },
      lengthColumn('PeriodLength', 'Tracked'),
      {
        field: ['PeriodLength', 'DaysTracked'],
        title: 'Hours per day',
        formatter: 'MathExpression',
        format: { expression: '{0} / 3600 / {1}', resultFormat: '#.##' },
        width: 100,
      },
    ],
  });
}

function timePerPersonAndDay(place: Place): Widget {
  return widget(place, {
    type: 'FlatTable',
    title: 'People and days',
    endpoint: 'workLogsOnly',
    query:
      '$apply=groupby((User/Name,WorklogDate/ShortDate),aggregate(PeriodLength with sum as PeriodLength))&$orderby=WorklogDate/ShortDate desc,User/Name',
    columns: [
      { field: 'WorklogDate.ShortDate', title: 'Date', formatter: 'LocaleSettingsDateTime', width: 120 },
      { field: 'User.Name', title: 'Person', width: -100 },
      lengthColumn('PeriodLength', 'Tracked'),
    ],
  });
}

export const teamOverview: BuiltInReport = {
  id: '7e9027a0-0000-4000-8000-000000000002',
  key: 'teamOverview',
  name: 'Team Overview',
  description: 'Everyone’s time of this month: people, projects, activity types, budgets.',
  content: {
    timeframeFilter: { filterType: 'Month' },
    scope: 'All',
    project: null,
    widgets: [
      totalTime('Today', { x: 0, y: 0, w: 3, h: 1 }, 'Today'),
      totalTime('This week', { x: 3, y: 0, w: 3, h: 1 }, 'Week'),
      totalTime('This month', { x: 6, y: 0, w: 3, h: 1 }, 'Month'),
      totalTime('Last month', { x: 9, y: 0, w: 3, h: 1 }, 'LastMonth'),
      timePerPerson({ x: 0, y: 1, w: 12, h: 3 }),
      timeBy('WorkItem/System_TeamProject', 'Projects', { x: 0, y: 4, w: 6, h: 2 }),
      timeByActivityType({ x: 6, y: 4, w: 6, h: 2 }),
      budgets({ x: 0, y: 6, w: 12, h: 2 }),
      topWorkItems('Work items', { x: 0, y: 8, w: 12, h: 3 }),
    ],
  },
};

export const teamOverviewOfPeriod: BuiltInReport = {
  id: '7e9027a0-0000-4000-8000-000000000003',
  key: 'teamOverviewOfPeriod',
  name: 'Team Overview (Date Period)',
  description: 'Everyone’s time between two days: by day, person and project.',
  content: {
    timeframeFilter: { filterType: 'Last30Days' },
    scope: 'All',
    project: null,
    widgets: [
      totalTime('Tracked', { x: 0, y: 0, w: 3, h: 2 }),
      timeByDay('Day by day', { x: 3, y: 0, w: 9, h: 2 }),
      timePerPersonAndProject({ x: 0, y: 2, w: 12, h: 3 }),
      timePerPersonAndDay({ x: 0, y: 5, w: 12, h: 4 }),
    ],
  },
};
