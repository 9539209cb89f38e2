import { calls, type Widget, type WorkLog } from '@stint/contract';
import { addDays, type WallDate } from '@stint/domain';
import { ofTimeWeek, ofUnsubmitted } from '@stint/web/approvals/managed-week';
import { daysOfWeek } from '@stint/web/approvals/week-days';
import { groupByWeek } from '@stint/web/approvals/week-groups';
import { burnDown, burnDownByWeek } from '@stint/web/budgets/burn-down';
import { groupByDay } from '@stint/web/day/worklog-days';
import { groupsAddress, totalsAddress } from '@stint/web/explorer/data/addresses';
import { groupsOf } from '@stint/web/explorer/data/groups';
import { type SumsAnswer, sumsOf } from '@stint/web/explorer/data/rows';
import { chartData } from '@stint/web/reports/charts/chart-data';
import { adaptRows } from '@stint/web/reports/data/adapters';
import { linesOf } from '@stint/web/timesheet/sheet-lines';
import { dayTotals, rowsLength } from '@stint/web/timesheet/sums';
import { entriesOf } from '@stint/web/weekly/entry';
import { lengthOf, totalBetween, totalsByDay } from '@stint/web/worklogs/totals';
import type { Run } from './ground.ts';

// What each page shows of a run: its calls of the API, and its own functions that add up. Lengths are seconds.

/** As the pages of time ask: from a week before, since an entry belongs to the days it reaches into. */
function worklogsOfDays({ client }: Run, from: WallDate, to: WallDate): Promise<WorkLog[]> {
  const query = {
    $fromTimestamp: `${addDays(from, -8)}T23:59:59`,
    $toTimestamp: `${addDays(to, 1)}T00:00:00`,
    $count: 500,
  };
  return client.call(calls.listWorkLogs, { query });
}

export async function day(run: Run): Promise<ReadonlyMap<WallDate, number>> {
  const worklogs = await run.client.call(calls.listWorkLogs, { query: { $count: 50 } });
  const settings = { timeZone: run.zone } as Parameters<typeof groupByDay>[1]['settings'];
  const days = groupByDay(worklogs, { times: () => '', settings });
  return new Map(days.map(({ date, totalSeconds }) => [date, totalSeconds]));
}

export async function monthWeek(run: Run): Promise<number> {
  const worklogs = await worklogsOfDays(run, addDays(run.first, -14), addDays(run.last, 14));
  return totalBetween(totalsByDay(worklogs, run.zone), run.first, run.last);
}

export async function week(run: Run): Promise<ReadonlyMap<WallDate, number>> {
  const query = { $from: addDays(run.first, -7), $to: run.last };
  const entries = entriesOf(await run.client.call(calls.getTimesheet, { query }));
  return totalsByDay(
    entries.map(({ start, length }) => ({ timestamp: start, length })),
    run.zone,
  );
}

export async function timesheet(run: Run) {
  const sheet = await run.client.call(calls.getTimesheet, { query: { $from: run.first, $to: run.last } });
  const lines = linesOf(sheet, []);
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line] : []));
  return { api: sheet.length, days: dayTotals(sheet.days, lines, {}), rows: rowsLength(rows, run.days, {}) };
}

export async function explorer(run: Run) {
  const condition = `UserId eq ${run.person.id}`;
  const [answer] = await run.odata<SumsAnswer>(totalsAddress(condition));
  const groups = async (field: string) => {
    const rows = await run.odata<SumsAnswer & Record<string, unknown>>(groupsAddress(condition, [field]));
    return groupsOf(rows, [field], [], 'en');
  };
  const ofItems = await groups('WorkItem/System_Title');
  const ofDays = await groups('WorklogDate/ShortDate');
  return {
    total: sumsOf(answer).seconds,
    groups: ofItems.reduce((sum, { sums }) => sum + sums.seconds, 0),
    days: new Map(ofDays.map(({ value, sums }) => [value?.slice(0, 10) as WallDate, sums.seconds])),
  };
}

export async function iteration(run: Run) {
  const query = { $from: run.first, $to: run.last };
  const listed = await run.client.call(calls.listIterations, { query });
  const { workItems } = await run.client.call(calls.getIteration, { query: { $path: run.iterationPath } });
  const inIt = workItems.filter(({ isMoved }) => !isMoved);
  return {
    api: listed.find(({ path }) => path === run.iterationPath)?.trackedLength ?? 0,
    items: lengthOf(inIt.map(({ trackedLength }) => ({ length: trackedLength }))),
  };
}

export async function approvals(run: Run) {
  const query = { $fromTimestamp: run.first, $toTimestamp: run.first };
  const [own] = await run.client.call(calls.listTimeWeeks, { query });
  const worklogs = await run.client.call(calls.listTimeWeekWorkLogs, { query: { weekStart: run.first } });
  const listed = await run.ofManager.call(calls.listUnsubmittedTimeWeeks, {
    query: { ...query, $count: 500, $expand: 'week' },
  });
  const group = groupByWeek(listed.map(ofUnsubmitted)).find(({ start }) => start === run.first);
  return {
    api: own ? ofTimeWeek(own).lengthSeconds : 0,
    days: daysOfWeek(worklogs).reduce((sum, { lengthSeconds }) => sum + lengthSeconds, 0),
    listed: group?.lengthSeconds ?? 0,
  };
}

export async function budget({ ofBudgets, budgetId }: Run) {
  const params = { id: budgetId };
  const found = await ofBudgets.call(calls.getBudget, { params });
  const worklogs = await ofBudgets.call(calls.listBudgetWorkLogs, { params, query: { $count: 500 } });
  const planned = found.plannedLength;
  return {
    planned,
    api: found.trackedLength,
    left: burnDown(planned, worklogs).at(-1)?.leftSeconds ?? planned,
    leftByWeek: burnDownByWeek(planned, worklogs, 1).at(-1)?.leftSeconds ?? planned,
  };
}

/** A chart of time by weeks, made of the days that the reporting service tells. */
export async function reportByWeek(run: Run): Promise<(readonly [WallDate, number])[]> {
  const widget = {
    type: 'Columns',
    xAxis: { type: 'date', granularity: 'week' },
    yAxis: { type: 'duration' },
    series: { fieldX: 'WorklogDate.ShortDate', fieldY: 'PeriodLength' },
  } as unknown as Widget;
  const apply = `filter(UserId eq ${run.person.id})/groupby((WorklogDate/ShortDate),aggregate(PeriodLength with sum as PeriodLength))`;
  const address = `workLogsOnly?$apply=${encodeURIComponent(apply)}&$orderby=${encodeURIComponent('WorklogDate/ShortDate')}`;
  const rows = await run.odata<Record<string, unknown>>(address);
  const context = { days: null, firstDay: 1, noWorkItem: '', others: '' } as const;
  const { categories, series } = chartData(widget, adaptRows(widget, rows, context));
  return categories.map((monday, index) => [monday as WallDate, series[0]?.values[index] ?? 0] as const);
}
