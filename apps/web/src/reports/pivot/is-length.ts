import type { Widget } from '@stint/contract';
import { widgetColumns } from '@stint/domain';

const LENGTHS = /(^|\.)(PeriodLength|BillablePeriodLength|Tracked\w*|Planned|Billed)$/;

/** Whether a field holds seconds: a column of the widget writes it as a length, or it is one that always does. */
export function isLength(widget: Widget, field: string): boolean {
  const isWritten = widgetColumns(widget).some(
    (column) => column.formatter === 'TimeLength' && [column.field ?? []].flat()[0] === field,
  );
  return isWritten || LENGTHS.test(field);
}
