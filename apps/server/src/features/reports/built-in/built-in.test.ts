import { type Widget, Widget as WidgetSchema, validatorOf } from '@stint/contract';
import {
  childrenAddress,
  daysOfTimeframe,
  type ReportFilters,
  type WallDate,
  widgetAddress,
  widgetFault,
} from '@stint/domain';
import { describe, expect, test } from 'vitest';
import { useService } from '../../reporting/queries/use-service.ts';
import { builtInReports } from './index.ts';

const service = useService();
const today = '2026-11-20' as WallDate;

const widgets = builtInReports.flatMap(({ name, content }) =>
  content.widgets.map((widget) => [`${name}: ${widget.title}`, widget, content] as const),
);

/** The value of a path such as `User.Name`; null where something on the way is. */
function valueAt(row: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value === null ? null : (value as Record<string, unknown>)[name]),
      row,
    );
}

/** Every field that a widget shows. */
function fieldsOf({ columns = [], series, categoryField, valueField, fieldName }: Widget): string[] {
  const inColumns = columns.flatMap(({ field = [] }) => field);
  const inSeries = series?.seriesFields?.flatMap(({ field }) => field ?? []) ?? [];
  const others = [categoryField, valueField, fieldName, series?.fieldX, series?.fieldY];
  return [...inColumns, ...inSeries, ...others.filter((field) => field !== undefined)];
}

describe.each(widgets)('%s', (_name, widget, content) => {
  const { timeframeFilter, scope, project } = content;
  const days = daysOfTimeframe(widget.timeframeFilter ?? timeframeFilter, today, 1);
  const filters: ReportFilters = { days, scope, project };

  test('is a good widget', () => {
    expect(validatorOf(WidgetSchema)(widget)).toEqual({ ok: true, value: widget });
    expect(widgetFault(widget)).toBeNull();
  });

  test.each(['cleo', 'ann'])('answers %s with every field that it shows', async (account) => {
    const rows = await service.rows(widgetAddress(widget, filters), { account });
    const seesBudgets = account === 'ann';
    if (widget.endpoint !== 'budgets' || seesBudgets) expect(rows.length).toBeGreaterThan(0);
    for (const row of rows.slice(0, 5))
      for (const field of fieldsOf(widget)) expect([field, valueAt(row, field)]).not.toContain(undefined);
  });

  test.runIf(widget.childrenQuery !== undefined)('has rows below its rows', async () => {
    const [first] = await service.rows(widgetAddress(widget, filters));
    const key = valueAt(first ?? {}, widget.hierarchyField ?? '');
    const address = childrenAddress(widget, Number(key), filters);
    const rows = await service.rows(address ?? '');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]).toHaveProperty('TrackedTotal');
  });
});

test('a member of the team sees their own time alone, a manager everyone’s', async () => {
  const [report] = builtInReports.filter(({ key }) => key === 'lastTracks');
  const [widget] = report?.content.widgets ?? [];
  if (!widget) throw new Error('there is no widget');
  const address = widgetAddress(widget, { days: null, scope: 'All', project: null });
  const people = async (account: string) =>
    new Set((await service.rows(address, { account })).map((row) => valueAt(row, 'User.Name')));
  expect((await people('cleo')).size).toBe(1);
  expect((await people('ann')).size).toBeGreaterThan(1);
});

test('each is there once', () => {
  expect(new Set(builtInReports.map(({ id }) => id)).size).toBe(6);
  expect(new Set(builtInReports.map(({ key }) => key)).size).toBe(6);
});
