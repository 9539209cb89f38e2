import { mergeClasses } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import type { ReportFilters } from '@stint/domain';
import { isNumberColumn } from '../cells/cell.ts';
import type { ReportRow } from '../data/rows.ts';
import { expandingColumn } from './hierarchy.ts';
import { titleOf } from './title-of.ts';
import { TreeRow } from './tree-row.tsx';
import { ColumnWidths, useColumnWidths } from './use-column-widths.tsx';
import { useTableStyles } from './use-table-styles.ts';

interface HierarchyTableProps {
  readonly label: string;
  readonly widget: Widget;
  readonly rows: readonly ReportRow[];
  readonly filters: ReportFilters;
}

/** Rows that open: what lies below one is asked for when it is opened. */
export function HierarchyTable({ label, widget, rows, filters }: HierarchyTableProps) {
  const styles = useTableStyles();
  const { columns = [] } = widget;
  const atEnd = columns.map((column) => isNumberColumn(column, rows));
  const { frame, widths, least } = useColumnWidths(columns, rows, expandingColumn(columns));
  return (
    <div aria-label={label} className={styles.frame} ref={frame} role="region" tabIndex={0}>
      <table aria-label={label} className={styles.table} style={{ minWidth: least }}>
        <ColumnWidths widths={widths} />
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                className={mergeClasses(styles.head, styles.plainHead, atEnd[index] && styles.end)}
                key={index}
                scope="col"
                title={titleOf(column)}
              >
                {titleOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TreeRow atEnd={atEnd} depth={0} filters={filters} key={index} row={row} widget={widget} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
