import { lastFieldOf, readMathExpression } from './math-expression.ts';

/** What of a widget decides whether it can be shown; the contract checks the types of its fields. */
export interface CheckedWidget {
  readonly type: string;
  readonly title?: string | undefined;
  readonly columns?: readonly CheckedColumn[] | undefined;
  readonly hierarchyField?: string | undefined;
  readonly childrenQuery?: string | undefined;
  readonly fieldName?: string | undefined;
  readonly showCount?: boolean | undefined;
  readonly categoryField?: string | undefined;
  readonly valueField?: string | undefined;
  readonly series?: CheckedSeries | undefined;
}

interface CheckedColumn {
  readonly title?: string | undefined;
  readonly field?: string | readonly string[] | undefined;
  readonly formatter?: string | undefined;
  readonly format?: unknown;
}

interface CheckedSeries {
  readonly fieldX?: string | undefined;
  readonly fieldY?: string | undefined;
  readonly seriesFields?: readonly unknown[] | undefined;
}

/** Which field of a widget is wrong, such as `columns.2.format`, and why. */
export interface WidgetFault {
  readonly field: string;
  readonly message: string;
}

/** Why a widget could show nothing, by what its type needs; null when it can. */
export function widgetFault(widget: CheckedWidget): WidgetFault | null {
  return needsOf(widget) ?? columnsFault(widget.columns ?? []);
}

function needsOf(widget: CheckedWidget): WidgetFault | null {
  const need = (field: keyof CheckedWidget) =>
    isMissing(widget[field]) ? { field, message: `a ${widget.type} needs it` } : null;
  switch (widget.type) {
    case 'FlatTable':
      return need('columns');
    case 'HierarchyTable':
      return need('columns') ?? need('hierarchyField') ?? need('childrenQuery');
    case 'Pie':
      return need('categoryField') ?? need('valueField');
    case 'Number':
      return widget.showCount === true ? null : need('fieldName');
    default:
      return seriesFault(widget);
  }
}

function seriesFault({ type, series }: CheckedWidget): WidgetFault | null {
  const need = (field: keyof CheckedSeries) =>
    isMissing(series?.[field]) ? { field: `series.${field}`, message: `a ${type} needs it` } : null;
  if (type !== 'StackedBar') return need('fieldX') ?? need('fieldY');
  // Its categories stand on one axis, and its bars are made of several fields.
  return isMissing(series?.fieldX) && isMissing(series?.fieldY) ? need('fieldX') : need('seriesFields');
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function columnsFault(columns: readonly CheckedColumn[]): WidgetFault | null {
  for (const [index, column] of columns.entries()) {
    const fault = columnFault(column);
    if (fault) return { field: `columns.${index}.${fault.field}`, message: fault.message };
  }
  return null;
}

function columnFault({ field, formatter, format }: CheckedColumn): WidgetFault | null {
  if (isMissing(field)) return { field: 'field', message: 'a column needs it' };
  if (formatter !== 'MathExpression') return null;
  const text = (format as { expression?: unknown } | null | undefined)?.expression;
  if (typeof text !== 'string') return { field: 'format.expression', message: 'a MathExpression needs it' };
  const read = readMathExpression(text);
  if (!read.ok) {
    const { position, message } = read.fault;
    return { field: 'format.expression', message: `${message}, at character ${position + 1}` };
  }
  const count = typeof field === 'string' ? 1 : (field?.length ?? 0);
  const last = lastFieldOf(read.expression);
  if (last < count) return null;
  return { field: 'format.expression', message: `{${last}} is none of the column’s ${count} fields` };
}
