import { Button, mergeClasses } from '@fluentui/react-components';
import type { TableColumn } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { useState } from 'react';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { cellOf, isNumberColumn } from '../cells/cell.ts';
import type { ReportRow } from '../data/rows.ts';
import { CellView } from './cell-view.tsx';
import { nextSorting, sortRows, type Sorting } from './sort-rows.ts';
import { titleOf } from './title-of.ts';
import { useCellStyle } from './use-cell-style.ts';
import { ColumnWidths, useColumnWidths } from './use-column-widths.tsx';
import { useTableStyles } from './use-table-styles.ts';

/** Rows that are drawn at first, and with each wish for more. */
const AT_ONCE = 200;

interface FlatTableProps {
  readonly label: string;
  readonly columns: readonly (TableColumn & { readonly width?: number | undefined })[];
  readonly rows: readonly ReportRow[];
}

/** Rows with the columns of a widget, sorted by a press on a head. */
export function FlatTable({ label, columns, rows }: FlatTableProps) {
  const styles = useTableStyles();
  const texts = useTexts(reportsTexts);
  const style = useCellStyle();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  const atEnd = columns.map((column) => isNumberColumn(column, rows));
  const { frame, widths, least } = useColumnWidths(columns, rows);
  const shown = sortRows(rows, columns, sorting).slice(0, most);
  return (
    <div aria-label={label} className={styles.frame} ref={frame} role="region" tabIndex={0}>
      <table aria-label={label} className={styles.table} style={{ minWidth: least }}>
        <ColumnWidths widths={widths} />
        <thead>
          <tr>
            {columns.map((column, index) => {
              const direction = sorting?.column === index ? sorting.direction : 'none';
              const arrow = { ascending: ' ↑', descending: ' ↓', none: '' }[direction];
              return (
                <th
                  aria-sort={direction}
                  className={mergeClasses(styles.head, atEnd[index] && styles.end)}
                  key={index}
                  scope="col"
                >
                  <button
                    className={styles.sort}
                    onClick={() => setSorting(nextSorting(sorting, index))}
                    title={titleOf(column)}
                    type="button"
                  >
                    {titleOf(column)}
                    <span aria-hidden>{arrow}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <tr key={at}>
              {columns.map((column, index) => {
                const cell = cellOf(column, row, style);
                return (
                  <td
                    className={mergeClasses(
                      styles.cell,
                      at === 0 && styles.first,
                      atEnd[index] && styles.end,
                    )}
                    key={index}
                    title={cell.text}
                  >
                    <CellView cell={cell} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <div className={styles.more}>
          {texts.rowsShown({ shown: most, all: rows.length })}
          <Button onClick={() => setMost(most + AT_ONCE)} size="small">
            {texts.showMore}
          </Button>
        </div>
      )}
    </div>
  );
}
