import type { Report, WidgetTimeframe } from '@stint/contract';
import {
  type DayRange,
  daysOfTimeframe,
  type ReportFilters,
  readWallDate,
  TIMEFRAMES,
  type WallDate,
  type Weekday,
} from '@stint/domain';

/** What a page of a report is limited to, as it stands in the address; what is left out is as the report says. */
export interface ReportSearch {
  /** A time frame such as `Month`, `All`, or `Custom` with days. */
  readonly time?: string;
  readonly from?: string;
  readonly to?: string;
  readonly scope?: 'Me' | 'Project' | 'All';
  readonly project?: string;
  /** Whether the report is being changed. */
  readonly edit?: true;
}

/** Reads an address; a wrong value is as none. */
export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const { time, from, to, scope, project, edit } = search;
  const [first, last] = [dayIn(from), dayIn(to)];
  const isCustom = time === 'Custom' && first !== null && last !== null;
  const isNamed = time === 'All' || TIMEFRAMES.some((name) => name === time);
  return {
    ...(isCustom && { time: 'Custom', from: first, to: last }),
    ...(isNamed && { time: String(time) }),
    ...((scope === 'Me' || scope === 'All') && { scope }),
    ...(scope === 'Project' &&
      typeof project === 'string' &&
      project !== '' && { scope: 'Project' as const, project }),
    ...(edit === true && { edit: true as const }),
  };
}

/** An address with another time frame; the one before is forgotten whole. */
export function withTime(
  search: ReportSearch,
  time: Pick<ReportSearch, 'time' | 'from' | 'to'>,
): ReportSearch {
  const { scope, project, edit } = search;
  return {
    ...time,
    ...(scope !== undefined && { scope }),
    ...(project !== undefined && { project }),
    ...(edit && { edit }),
  };
}

/** An address with another choice of people; the one before is forgotten whole. */
export function withScope(
  search: ReportSearch,
  scope: Pick<ReportSearch, 'scope' | 'project'>,
): ReportSearch {
  const { time, from, to, edit } = search;
  return {
    ...scope,
    ...(time !== undefined && { time }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(edit && { edit }),
  };
}

/** An address of a report that is looked at. */
export function withoutEdit({ edit: _edit, ...search }: ReportSearch): ReportSearch {
  return search;
}

/** The time frame in force: that of the address, else that of the report. */
export function timeframeOf(
  search: ReportSearch,
  report: Pick<Report, 'timeframeFilter'>,
): WidgetTimeframe | null {
  if (search.time === undefined) return report.timeframeFilter;
  const { time: filterType, from, to } = search;
  return { filterType, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** What one widget is limited to: a time frame of its own goes before that of the page. */
export function filtersOf(
  search: ReportSearch,
  report: Pick<Report, 'timeframeFilter' | 'scope' | 'project'>,
  own: WidgetTimeframe | undefined,
  { today, firstDay }: { readonly today: WallDate; readonly firstDay: Weekday },
): ReportFilters {
  const days: DayRange | null = daysOfTimeframe(own ?? timeframeOf(search, report), today, firstDay);
  const scope = search.scope ?? report.scope;
  return { days, scope, project: search.project ?? report.project };
}

function dayIn(value: unknown): WallDate | null {
  return typeof value === 'string' ? readWallDate(value) : null;
}
