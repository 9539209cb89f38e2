import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useFormats } from '@stint/ui';
import { type ReactNode, useState } from 'react';
import { nextSorting, sortedBy, type Sorting, type SortKey } from './sort-by.ts';
import { SortTitle } from './sort-title.tsx';
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
  /** Whether a press on the title sorts by this; numbers begin with the largest. */
  readonly sortBy?: (row: Row) => SortKey;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table whose header stays while its rows scroll; a press on the title of a column sorts, where it can be sorted by. */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { locale } = useFormats().settings;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sortKey = columns.find(({ key }) => key === sorting?.column)?.sortBy;
  const shown = sorting && sortKey ? sortedBy(rows, sortKey, sorting.isDescending, locale) : rows;
  return (
    <div aria-label={label} className={styles.frame} role="region" tabIndex={0}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ key, title, isAtEnd, isTitleHidden, sortBy }) => {
              const way = sorting?.column === key ? sorting : null;
              return (
                <th
                  aria-sort={way ? (way.isDescending ? 'descending' : 'ascending') : undefined}
                  className={mergeClasses(styles.head, isAtEnd && styles.end)}
                  key={key}
                  scope="col"
                >
                  {sortBy ? (
                    <SortTitle
                      isDescending={way && way.isDescending}
                      onPress={() => setSorting(nextSorting(sorting, key, isAtEnd ?? false))}
                      title={title}
                    />
                  ) : (
                    <span className={isTitleHidden ? hidden.text : ''}>{title}</span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
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
