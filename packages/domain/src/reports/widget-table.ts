import { type DurationFormat, formatDuration } from '../durations/format.ts';
import { seconds } from '../brands.ts';
import { evaluateMath, readMathExpression } from './math-expression.ts';
import { formatByPattern } from './number-pattern.ts';
import type { CheckedWidget } from './widget-fault.ts';

/** A widget as far as a table can be made of it. */
export interface TabledWidget extends CheckedWidget {
  readonly formatter?: string | undefined;
  readonly valueFormat?: string | undefined;
  readonly xAxis?: { readonly type?: string | undefined; readonly title?: string | undefined } | undefined;
  readonly yAxis?: { readonly type?: string | undefined; readonly title?: string | undefined } | undefined;
}

/** One column of such a table. */
export type TableColumn = NonNullable<CheckedWidget['columns']>[number];
type Row = Readonly<Record<string, unknown>>;

/** A table of texts: what a reader without charts sees of a widget. */
export interface WidgetTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How texts are written; `noWorkItem` stands where NullToComment finds nothing. */
export interface TableStyle {
  readonly durationFormat: DurationFormat;
  readonly noWorkItem: string;
}

/** The table of a widget's rows: its columns with their formatters, or what its chart is made of. */
export function widgetTable(widget: TabledWidget, rows: readonly Row[], style: TableStyle): WidgetTable {
  const columns = widgetColumns(widget);
  return {
    headers: columns.map((column) => column.title ?? [column.field ?? []].flat().join(', ')),
    rows: rows.map((row) => columns.map((column) => cellText(column, row, style))),
  };
}

/** One cell as text. */
export function cellText(
  { field = [], formatter, format }: TableColumn,
  row: Row,
  style: TableStyle,
): string {
  const fields = [field].flat();
  const values = fields.map((each) => valueAt(row, each));
  const [first] = values;
  switch (formatter) {
    case 'TimeLength':
      return typeof first === 'number'
        ? formatDuration(seconds(Math.round(first)), style.durationFormat)
        : '';
    case 'NullToComment':
      return textOf(first) === '' ? style.noWorkItem : textOf(first);
    case 'Number':
      return typeof first === 'number' ? formatByPattern(first, patternOf(format)) : textOf(first);
    case 'MathExpression':
      return mathText(values, format);
    case 'LocaleSettingsDateTime':
    case 'CustomDateTime':
    case 'DateTimeAgo':
      return dateText(textOf(first));
    default:
      return textOf(first);
  }
}

/** The columns that a table of a widget has: its own, or what its chart is made of. */
export function widgetColumns(widget: TabledWidget): readonly TableColumn[] {
  switch (widget.type) {
    case 'FlatTable':
    case 'HierarchyTable':
      return widget.columns ?? [];
    case 'Pie':
      return [
        { field: widget.categoryField, formatter: 'NullToComment' },
        { field: widget.valueField, formatter: widget.valueFormat === 'duration' ? 'TimeLength' : '' },
      ];
    case 'Number':
      return [{ field: widget.fieldName, formatter: widget.formatter }];
    default:
      return seriesColumns(widget);
  }
}

function seriesColumns({ series = {}, xAxis, yAxis }: TabledWidget): TableColumn[] {
  const axis = (side: TabledWidget['xAxis'], field: string | undefined): TableColumn => ({
    field,
    formatter:
      side?.type === 'duration' ? 'TimeLength' : side?.type === 'date' ? 'LocaleSettingsDateTime' : '',
    ...(side?.title !== undefined && side.title !== '' && { title: side.title }),
  });
  const stacked = (series.seriesFields ?? []) as readonly { field?: string; title?: string }[];
  if (stacked.length === 0) return [axis(xAxis, series.fieldX), axis(yAxis, series.fieldY)];
  const isDuration = xAxis?.type === 'duration' || yAxis?.type === 'duration';
  return [
    { field: series.fieldY ?? series.fieldX, formatter: '' },
    ...stacked.map(({ field, title }) => ({
      field,
      ...(title !== undefined && { title }),
      formatter: isDuration ? 'TimeLength' : '',
    })),
  ];
}

function mathText(values: readonly unknown[], format: unknown): string {
  const value = mathValue(values, format);
  const { resultFormat } = (format ?? {}) as { resultFormat?: unknown };
  return value === null ? '' : formatByPattern(value, patternOf(resultFormat));
}

/** What the formula of a MathExpression makes of the fields of its column; null where nothing comes of it. */
export function mathValue(values: readonly unknown[], format: unknown): number | null {
  const { expression } = (format ?? {}) as { expression?: unknown };
  const read = readMathExpression(typeof expression === 'string' ? expression : '');
  if (!read.ok) return null;
  return evaluateMath(
    read.expression,
    values.map((each) => (typeof each === 'number' ? each : null)),
  );
}

function patternOf(format: unknown): string {
  return typeof format === 'string' ? format : '#.##';
}

/** The value of a path such as `User.Name`; undefined where there is none. */
export function valueAt(row: Row, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? (value as Row)[name] : undefined),
      row,
    );
}

/** A day, or a day with its minutes: both are wall time here (reporting.md, Two date traps). */
function dateText(text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(text) ?? [];
  if (day === undefined) return text;
  return time === undefined || time === '00:00' ? day : `${day} ${time}`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
