import type { Widget } from '@stint/contract';
import { categoryFieldOf, valueFieldsOf } from '../data/adapters.ts';
import { numberAt, type ReportRow, textAt } from '../data/rows.ts';

/** One row of bars, or one line. */
export interface ChartSeries {
  /** Its title, or the field that it shows. */
  readonly name: string;
  /** One for each category, in their order; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Bars of the same lane stand upon each other. */
  readonly lane: number;
}

/** What a chart draws. */
export interface ChartData {
  /** What stands along the axis, as the service wrote it. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly unit: 'duration' | 'number';
  readonly isByDate: boolean;
  /** A colour of its own for each category, six hex digits; empty where none is. */
  readonly colours: readonly string[];
}

const HEX = /^#?[\da-f]{6}$/i;

/** What the chart of a widget draws of its rows. Rows with the same category are added up. */
export function chartData(widget: Widget, rows: readonly ReportRow[]): ChartData {
  const category = categoryFieldOf(widget) ?? '';
  const fields = valueFieldsOf(widget);
  const categories = [...new Set(rows.map((row) => textAt(row, category)))];
  const groupField = isGrouping(widget.colorField, rows) ? widget.colorField : undefined;
  const lanes = lanesOf(widget);
  const series =
    groupField === undefined
      ? fields.map((field, index) => ({
          name: nameOf(widget, index, field),
          values: valuesOf(rows, categories, category, field),
          lane: lanes[index] ?? index,
        }))
      : [...new Set(rows.map((row) => textAt(row, groupField)))].map((name) => ({
          name,
          values: valuesOf(
            rows.filter((row) => textAt(row, groupField) === name),
            categories,
            category,
            fields[0] ?? '',
          ),
          lane: 0,
        }));
  return {
    categories,
    series,
    unit: isDuration(widget) ? 'duration' : 'number',
    isByDate: widget.xAxis?.type === 'date' && widget.type !== 'Pie',
    colours: categories.map((name) => colourFor(widget, rows, category, name)),
  };
}

/** A `colorField` without colours in it splits the values into series. */
function isGrouping(field: string | undefined, rows: readonly ReportRow[]): field is string {
  return (
    field !== undefined && rows.some((row) => textAt(row, field) !== '' && !HEX.test(textAt(row, field)))
  );
}

function colourFor(widget: Widget, rows: readonly ReportRow[], category: string, name: string): string {
  const field = widget.colorField;
  if (field === undefined) return '';
  const row = rows.find((each) => textAt(each, category) === name && HEX.test(textAt(each, field)));
  return row ? textAt(row, field).replace('#', '') : '';
}

function valuesOf(
  rows: readonly ReportRow[],
  categories: readonly string[],
  category: string,
  field: string,
): (number | null)[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = textAt(row, category);
    sums.set(key, (sums.get(key) ?? 0) + numberAt(row, field));
  }
  return categories.map((name) => sums.get(name) ?? null);
}

/** Stacked bars share a lane with those before them; others begin a new one. Columns stand beside each other unless they say otherwise. */
function lanesOf({ type, series }: Widget): number[] {
  const isStackedUnlessSaid = type === 'StackedBar';
  let lane = -1;
  return (series?.seriesFields ?? []).map(({ stacked = isStackedUnlessSaid }, index) => {
    if (!stacked || index === 0) lane += 1;
    return lane;
  });
}

function nameOf({ series, yAxis, valueField }: Widget, index: number, field: string): string {
  const title = series?.seriesFields?.[index]?.title ?? yAxis?.title;
  return title === undefined || title === '' ? (valueField ?? field) : title;
}

function isDuration({ type, valueFormat, xAxis, yAxis }: Widget): boolean {
  if (type === 'Pie') return valueFormat === 'duration' || valueFormat === 'TimeLength';
  return xAxis?.type === 'duration' || yAxis?.type === 'duration';
}

/** The greatest slices of a pie, and the rest as one named `others`; what is not above 0 has no slice. */
export function slicesOf(
  { categories, series, colours }: ChartData,
  most: number,
  others: string,
): { name: string; value: number; colour: string }[] {
  const values = series[0]?.values ?? [];
  const slices = categories
    .map((name, index) => ({ name, value: values[index] ?? 0, colour: colours[index] ?? '' }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  if (slices.length <= most) return slices;
  const rest = slices.slice(most - 1).reduce((sum, { value }) => sum + value, 0);
  return [...slices.slice(0, most - 1), { name: others, value: rest, colour: '' }];
}
