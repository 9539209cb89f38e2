import type { Widget, WidgetColumn } from '@stint/contract';
import { type TableColumn, valueAt } from '@stint/domain';
import type { ReportRow } from '../data/rows.ts';

type HierarchyType = NonNullable<Widget['hierarchyType']>;

/** Whether rows lie below a row, as far as one knows before asking. `depth` is 0 for the rows of the widget itself. */
export function mayExpand(type: HierarchyType | undefined, row: ReportRow, depth: number): boolean {
  if ((type === 'rootExpandable' || type === 'workLogs') && depth > 0) return false;
  const hasChildren = valueAt(row, 'HasChildren');
  if (type === 'byHasChildrenField') return hasChildren === true;
  return type === 'rootExpandable' || type === 'workLogs' || hasChildren !== false;
}

/** What names a row to the service; null where it has nothing of the kind, and so nothing below. */
export function keyOfRow(field: string | undefined, row: ReportRow): string | number | null {
  const value = valueAt(row, field ?? '');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** What a column shows on rows below the first level. */
export function childColumn(column: WidgetColumn, row: ReportRow): TableColumn {
  const field = column.child?.field;
  if (field === undefined || valueAt(row, field) === undefined) return column;
  return { field, title: column.title };
}

/** The column that carries the arrows: the one that says so, else the first. */
export function expandingColumn(columns: readonly WidgetColumn[]): number {
  return Math.max(
    0,
    columns.findIndex(({ expand }) => expand === true),
  );
}
