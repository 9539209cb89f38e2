/** A month of the reports, as SQL and OData write its bounds: the first moments of it and of the next. */
export interface Month {
  from: string;
  to: string;
}

/** A question that both sides answer. */
export interface Question {
  name: string;
  /** Path and query below the root of our service. */
  ours: string;
  /** Names of hand-written statements that answer the same; the fastest counts. */
  anchors: readonly string[];
  /** Of the ratio; null without a target. */
  least: number | null;
}

/** The last whole month before the worklogs end, which is at most seven days before `now`. */
export function lastMonth(now: Date): Month {
  const last = new Date(now.getTime() - 7 * 86_400_000);
  const first = (months: number) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + months, 1)).toISOString().slice(0, 19);
  return { from: first(-1), to: first(0) };
}

/** The question of the same month in organizations with a longer and a shorter history. */
export function byUserOfMonth(month: Month): string {
  const apply = `filter(${within(month)})/groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))`;
  return `workLogsOnly?${options({ $apply: apply })}`;
}

export const PAGE = `workLogsOnly?${options({
  $select:
    'Id,UserId,ActivityTypeId,WorkItemId,Timestamp,PeriodLength,Comment,EditedTimestamp,CreatedTimestamp,IsTracked,IsBillable,BillablePeriodLength',
})}`;

export const BY_USER = `workLogsOnly?${options({
  $apply: 'groupby((UserId),aggregate(PeriodLength with sum as PeriodLength))',
})}`;

/** A URL of medium length, as a report has it. */
export const MEDIUM = `workLogsWorkItems?${options({
  $select: 'Id,Timestamp,PeriodLength,Comment,User/Name,WorkItem/System_Title',
  $filter: `Timestamp ge 2026-10-01T00:00:00Z and Timestamp lt 2026-11-01T00:00:00Z and WorkItem/System_WorkItemType eq 'Bug'`,
  $orderby: 'Timestamp desc',
})}`;

/** What is asked of ours and of hand-written SQL. */
export function questions(month: Month): readonly Question[] {
  const withWorkItem = options({
    $select:
      'Id,Timestamp,PeriodLength,Comment,User,ActivityType,WorkItem/System_Id,WorkItem/System_Title,WorkItem/System_WorkItemType,WorkItem/System_TeamProject,WorkItem/System_State',
  });
  const byProject = options({
    $apply:
      'groupby((User/Name,WorkItem/System_TeamProject),aggregate(PeriodLength with sum as PeriodLength))',
  });
  const epics = options({
    $select: 'System_Id,System_WorkItemType,System_TeamProject,System_Title,TrackedTotal,TrackedItself',
    $filter: `System_WorkItemType eq 'Epic'`,
    worklogsFilter: within(month),
  });
  return [
    { name: 'page of 1000 worklogs', ours: PAGE, anchors: ['page'], least: 0.8 },
    { name: 'the same, every property', ours: 'workLogsOnly', anchors: ['wholePage'], least: 0.8 },
    {
      name: 'page with user and work item',
      ours: `workLogsWorkItems?${withWorkItem}`,
      anchors: ['pageWithWorkItem'],
      least: 0.8,
    },
    {
      name: 'by user and project',
      ours: `workLogsWorkItems?${byProject}`,
      anchors: ['byUserAndProject', 'byUserAndProjectByItem'],
      least: 0.9,
    },
    { name: 'by user, a month', ours: byUserOfMonth(month), anchors: ['byUserOfMonth'], least: null },
    {
      name: 'hierarchy, time of a month',
      ours: `workItemsHierarchy?${epics}`,
      anchors: ['hierarchyOfMonth'],
      least: 0.8,
    },
  ];
}

function within({ from, to }: Month): string {
  return `Timestamp ge ${from}Z and Timestamp lt ${to}Z`;
}

function options(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
