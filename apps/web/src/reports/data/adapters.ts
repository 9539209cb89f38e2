import type { Widget } from '@stint/contract';
import { type DayRange, valueAt, type Weekday } from '@stint/domain';
import { bucketDays, bucketOf, granularityOf } from './date-buckets.ts';
import { numberAt, type ReportRow, textAt, withValue } from './rows.ts';

/** What adapters need to know beside the rows. */
export interface AdapterContext {
  /** The time that the widget shows; null for all time. */
  readonly days: DayRange | null;
  readonly firstDay: Weekday;
  /** What NullToComment writes where nothing is. */
  readonly noWorkItem: string;
  /** What Top calls the rest. */
  readonly others: string;
}

type Adapter = NonNullable<Widget['dataAdapters']>[number];

/**
 * The rows as a widget shows them: added up by the granularity of its date axis, then changed by its `dataAdapters` one after the
 * other. An adapter that nobody knows changes nothing.
 */
export function adaptRows(
  widget: Widget,
  rows: readonly ReportRow[],
  context: AdapterContext,
): readonly ReportRow[] {
  const added = addUpByDate(widget, rows, context);
  return (widget.dataAdapters ?? []).reduce<readonly ReportRow[]>(
    (done, adapter) => adapters[adapter.name]?.(done, { widget, adapter, context }) ?? done,
    added,
  );
}

interface Given {
  readonly widget: Widget;
  readonly adapter: Adapter;
  readonly context: AdapterContext;
}

const adapters: Readonly<Record<string, (rows: readonly ReportRow[], given: Given) => readonly ReportRow[]>> =
  {
    NullToComment: (rows, { widget, adapter, context }) => {
      const field = named(adapter, 'field') ?? categoryFieldOf(widget);
      const words = named(adapter, 'comment') ?? context.noWorkItem;
      if (field === null) return rows;
      return rows.map((row) => (textAt(row, field) === '' ? withValue(row, field, words) : row));
    },
    FillMissingDatePoints: (rows, { widget, context }) => fillDates(widget, rows, context),
    Sort: (rows, { widget, adapter }) => {
      const field = named(adapter, 'field') ?? valueFieldsOf(widget)[0];
      if (field === undefined) return rows;
      const sign = named(adapter, 'direction')?.toLowerCase() === 'desc' ? -1 : 1;
      return [...rows].sort((a, b) => sign * compare(valueAt(a, field), valueAt(b, field)));
    },
    Top: (rows, { widget, adapter, context }) => {
      const count = Number(adapter['count' as keyof Adapter]);
      return Number.isInteger(count) && count > 0 ? topRows(widget, rows, count, context.others) : rows;
    },
  };

/** The first rows by their value, and the rest as one row. */
function topRows(
  widget: Widget,
  rows: readonly ReportRow[],
  count: number,
  others: string,
): readonly ReportRow[] {
  const category = categoryFieldOf(widget);
  const fields = valueFieldsOf(widget);
  const [first] = fields;
  if (rows.length <= count || category === null || first === undefined) return rows;
  const sorted = [...rows].sort((a, b) => numberAt(b, first) - numberAt(a, first));
  const rest = sumRows(sorted.slice(count), fields);
  return [...sorted.slice(0, count), withValue(rest, category, others)];
}

function sumRows(rows: readonly ReportRow[], fields: readonly string[]): ReportRow {
  return fields.reduce<ReportRow>(
    (made, field) =>
      withValue(
        made,
        field,
        rows.reduce((sum, row) => sum + numberAt(row, field), 0),
      ),
    {},
  );
}

/** Rows of one date axis with the same bucket become one row. */
function addUpByDate(
  widget: Widget,
  rows: readonly ReportRow[],
  { firstDay }: AdapterContext,
): readonly ReportRow[] {
  const field = dateFieldOf(widget);
  const granularity = granularityOf(widget.xAxis?.granularity);
  if (field === null || granularity === 'day') return rows;
  const color = widget.colorField;
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const bucket = bucketOf(textAt(row, field), granularity, firstDay);
    if (bucket === null) continue;
    const key = color === undefined ? bucket : `${bucket} ${textAt(row, color)}`;
    groups.set(key, [...(groups.get(key) ?? []), withValue(row, field, bucket)]);
  }
  return [...groups.values()].map((group) => {
    const [first = {}] = group;
    return valueFieldsOf(widget).reduce<ReportRow>(
      (row, value) =>
        withValue(
          row,
          value,
          group.reduce((sum, each) => sum + numberAt(each, value), 0),
        ),
      first,
    );
  });
}

/** Days, weeks or months without a row get one with 0, and all stand in order. */
function fillDates(
  widget: Widget,
  rows: readonly ReportRow[],
  { days, firstDay }: AdapterContext,
): readonly ReportRow[] {
  const field = dateFieldOf(widget);
  if (field === null || (rows.length === 0 && days === null)) return rows;
  const granularity = granularityOf(widget.xAxis?.granularity);
  const bucketIn = (row: ReportRow) => bucketOf(textAt(row, field), granularity, firstDay);
  const present = rows.flatMap((row) => bucketIn(row) ?? []).sort();
  const from = days?.from ?? present[0];
  const to = days?.to ?? present.at(-1);
  if (from === undefined || to === undefined) return rows;
  const known = new Set<string>(present);
  const missing = bucketDays(from, to, granularity, firstDay).filter((day) => !known.has(day));
  const zero = (day: string) =>
    valueFieldsOf(widget).reduce<ReportRow>(
      (row, value) => withValue(row, value, 0),
      withValue({}, field, day),
    );
  return [...rows, ...missing.map(zero)].sort((a, b) => compare(textAt(a, field), textAt(b, field)));
}

function dateFieldOf({ xAxis, series }: Widget): string | null {
  return xAxis?.type === 'date' ? (series?.fieldX ?? null) : null;
}

/** What a widget groups by; null for tables and numbers. */
export function categoryFieldOf({ type, categoryField, series }: Widget): string | null {
  if (type === 'Pie') return categoryField ?? null;
  if (type === 'StackedBar') return series?.fieldY ?? series?.fieldX ?? null;
  return series?.fieldX ?? null;
}

/** What a widget measures. */
export function valueFieldsOf({ type, valueField, fieldName, series }: Widget): readonly string[] {
  if (type === 'Pie') return valueField === undefined ? [] : [valueField];
  if (type === 'Number') return fieldName === undefined ? [] : [fieldName];
  const fields = (series?.seriesFields ?? []).flatMap(({ field }) => field ?? []);
  if (fields.length > 0) return fields;
  return series?.fieldY === undefined ? [] : [series.fieldY];
}

function named(adapter: Adapter, name: string): string | null {
  const value = (adapter as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return wordOf(a).localeCompare(wordOf(b));
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
