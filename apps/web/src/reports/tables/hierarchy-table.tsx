import { mergeClasses } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import type { ReportFilters } from '@stint/domain';
import { isNumberColumn } from '../cells/cell.ts';
import type { ReportRow } from '../data/rows.ts';
import { titleOf } from './flat-table.tsx';
import { TreeRow } from './tree-row.tsx';
import { useTableStyles } from './use-table-styles.ts';
import { leastWidth, widthOfColumn } from './widths.ts';

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
  return (
    <div aria-label={label} className={styles.frame} role="region" tabIndex={0}>
      <table
        aria-label={label}
        className={styles.table}
        style={{ minWidth: leastWidth(columns.map(({ width }) => width)) }}
      >
        <colgroup>
          {columns.map(({ width }, index) => (
            <col key={index} {...(widthOfColumn(width) !== null && { width: widthOfColumn(width) ?? 0 })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                className={mergeClasses(styles.head, styles.plainHead, atEnd[index] && styles.end)}
                key={index}
                scope="col"
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
