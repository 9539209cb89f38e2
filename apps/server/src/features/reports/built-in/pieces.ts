import type { Widget, WidgetColumn } from '@stint/contract';

/** Cells of the grid: where a widget stands, and how large it is; the grid is twelve cells wide. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

const VERSION = { odataVersion: 'v3.2' } as const;

export const idColumn: WidgetColumn = {
  field: 'System_Id',
  title: 'ID',
  formatter: 'WorkItemId',
  width: 70,
};

export const titleColumn: WidgetColumn = {
  field: ['System_Title', 'System_WorkItemType', 'System_TeamProject'],
  title: 'Title',
  formatter: 'WorkItemIndicator',
  width: -100,
};

export function lengthColumn(field: string, title: string): WidgetColumn {
  return { field, title, formatter: 'TimeLength', width: 100 };
}

/** All time of the frame as one number. */
export function totalTime(title: string, place: Place, filterType?: string): Widget {
  return {
    ...VERSION,
    ...place,
    type: 'Number',
    title,
    endpoint: 'workLogsOnly',
    query: '$apply=aggregate(PeriodLength with sum as PeriodLength)',
    fieldName: 'PeriodLength',
    formatter: 'TimeLength',
    ...(filterType !== undefined && { timeframeFilter: { filterType } }),
  };
}

/** Time by what a property says, in the colours of another one where there is one. */
export function timeBy(property: string, title: string, place: Place, colour?: string): Widget {
  const properties = colour === undefined ? property : `${property},${colour}`;
  return {
    ...VERSION,
    ...place,
    type: 'Pie',
    title,
    endpoint: 'workLogsWorkItems',
    query: `$apply=groupby((${properties}),aggregate(PeriodLength with sum as PeriodLength))&$orderby=PeriodLength desc`,
    categoryField: property.replaceAll('/', '.'),
    valueField: 'PeriodLength',
    valueFormat: 'duration',
    chartSettings: { showLegend: true, innerRadius: 62 },
    ...(colour !== undefined && { colorField: colour.replaceAll('/', '.') }),
    dataAdapters: [{ name: 'NullToComment' }],
  };
}

/** Time by activity type, each in its own colour. */
export function timeByActivityType(place: Place): Widget {
  return timeBy('ActivityType/Name', 'Activity types', place, 'ActivityType/Color');
}

/** Time day by day. */
export function timeByDay(title: string, place: Place): Widget {
  return {
    ...VERSION,
    ...place,
    type: 'Columns',
    title,
    endpoint: 'workLogsOnly',
    query:
      '$apply=groupby((WorklogDate/ShortDate),aggregate(PeriodLength with sum as PeriodLength))&$orderby=WorklogDate/ShortDate',
    xAxis: { type: 'date', granularity: 'day' },
    yAxis: { type: 'duration' },
    series: { fieldX: 'WorklogDate.ShortDate', fieldY: 'PeriodLength' },
    dataAdapters: [{ name: 'FillMissingDatePoints' }],
  };
}

/** The last worklogs, newest first. */
export function latestWorkLogs(title: string, place: Place, columns: readonly WidgetColumn[]): Widget {
  return {
    ...VERSION,
    ...place,
    type: 'FlatTable',
    title,
    endpoint: 'workLogsWorkItems',
    query:
      '$orderby=Timestamp desc&$top=100&$select=WorkItemId,Timestamp,PeriodLength,User,ActivityType,Comment,WorkItem/System_Title,WorkItem/System_WorkItemType,WorkItem/System_TeamProject',
    columns: [
      ...columns,
      { field: 'WorkItemId', title: 'ID', formatter: 'WorkItemId', width: 70 },
      {
        field: ['WorkItem.System_Title', 'WorkItem.System_WorkItemType', 'WorkItem.System_TeamProject'],
        title: 'Work item',
        formatter: 'WorkItemIndicator',
        width: -200,
      },
      { field: 'Comment', title: 'Comment', width: -100 },
      { field: 'ActivityType.Name', title: 'Activity type', width: -80 },
      { field: 'Timestamp', title: 'Date', formatter: 'LocaleSettingsDateTime', width: 140 },
      lengthColumn('PeriodLength', 'Tracked'),
    ],
  };
}

/** The work items with the most time of the frame. */
export function topWorkItems(title: string, place: Place): Widget {
  return {
    ...VERSION,
    ...place,
    type: 'FlatTable',
    title,
    endpoint: 'workItems',
    query:
      '$select=System_Id,System_Title,System_TeamProject,System_WorkItemType,System_State,TrackedItself&$filter=TrackedItself gt 0&$orderby=TrackedItself desc&$top=20',
    columns: [
      idColumn,
      titleColumn,
      { field: 'System_State', title: 'State', width: 100 },
      lengthColumn('TrackedItself', 'Tracked'),
    ],
  };
}

export function widget(place: Place, content: Omit<Widget, 'x' | 'y' | 'w' | 'h' | 'odataVersion'>): Widget {
  return { ...VERSION, ...place, ...(content as Widget) };
}
