import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import type { ReactNode } from 'react';
import { useHiddenStyles } from './use-hidden-styles.ts';

const useStyles = makeStyles({
  frame: { overflow: 'auto', maxHeight: '70vh', border: `1px solid ${colours.line}`, borderRadius: '8px' },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: 0, backgroundColor: colours.panel },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '8px 12px',
    borderBottom: `1px solid ${colours.line}`,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    color: colours.dim,
    backgroundColor: colours.panel,
  },
  cell: { height: '36px', padding: '2px 12px', borderTop: `1px solid ${colours.line}` },
  first: { borderTop: 'none' },
  end: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Whether the title is for screen readers only, as over a column of buttons. */
  readonly isTitleHidden?: boolean;
  /** Numbers, lengths and acts stand at the end. */
  readonly isAtEnd?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table whose header stays while its rows scroll. */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  return (
    <div aria-label={label} className={styles.frame} role="region" tabIndex={0}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, title, isAtEnd, isTitleHidden }) => (
              <th className={mergeClasses(styles.head, isAtEnd && styles.end)} key={key} scope="col">
                <span className={isTitleHidden ? hidden.text : ''}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, isAtEnd, cell }) => (
                <td
                  className={mergeClasses(styles.cell, index === 0 && styles.first, isAtEnd && styles.end)}
                  key={key}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
