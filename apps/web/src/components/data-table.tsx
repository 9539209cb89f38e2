import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useFormats } from '@stint/ui';
import { type ReactNode, useState } from 'react';
import { nextSorting, sortedBy, type Sorting, type SortKey } from './sort-by.ts';
import { SortTitle } from './sort-title.tsx';
import { useHiddenStyles } from './use-hidden-styles.ts';

const PHONE = '@media (max-width: 720px)';

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
  cell: { height: '36px', padding: '6px 12px', borderTop: `1px solid ${colours.line}` },
  first: { borderTop: 'none' },
  notOnPhone: { [PHONE]: { display: 'none' } },
  stacked: { [PHONE]: { display: 'block' } },
  stackedHead: { [PHONE]: { display: 'none' } },
  stackedRow: {
    [PHONE]: {
      display: 'block',
      position: 'relative',
      padding: '8px 12px',
      borderTop: `1px solid ${colours.line}`,
      ':first-child': { borderTop: 'none' },
    },
  },
  stackedCell: {
    [PHONE]: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: '12px',
      height: 'auto',
      minHeight: '28px',
      padding: '2px 0',
      borderTop: 'none',
      textAlign: 'right',
      '::before': { content: 'attr(data-title)', flexShrink: 0, fontSize: '12px', color: colours.dim },
    },
  },
  stackedName: { [PHONE]: { textAlign: 'left', fontWeight: 600, '::before': { content: 'none' } } },
  stackedActs: {
    [PHONE]: { position: 'absolute', top: '8px', right: '8px', '::before': { content: 'none' } },
  },
  // On a phone the rest scrolls beneath what names the row.
  name: {
    [PHONE]: {
      position: 'sticky',
      left: 0,
      backgroundColor: colours.panel,
      boxShadow: `1px 0 0 ${colours.line}`,
    },
  },
  corner: { [PHONE]: { left: 0, zIndex: 2 } },
  end: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Whether the title is for screen readers only, as over a column of buttons. */
  readonly isTitleHidden?: boolean;
  /** Numbers, lengths and acts stand at the end. */
  readonly isAtEnd?: boolean;
  /** Whether there is no room for it on a phone. */
  readonly isNotOnPhone?: boolean;
  /** Whether a press on the title sorts by this; numbers begin with the largest. */
  readonly sortBy?: (row: Row) => SortKey;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Whether a phone shows each row as a small card: the first column as its heading, below it each other one behind its title. */
  readonly isStackedOnPhone?: boolean;
}

/** A table whose header stays while its rows scroll; a press on the title of a column sorts, where it can be sorted by. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  isStackedOnPhone = false,
}: DataTableProps<Row>) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { locale } = useFormats().settings;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sortKey = columns.find(({ key }) => key === sorting?.column)?.sortBy;
  const shown = sorting && sortKey ? sortedBy(rows, sortKey, sorting.isDescending, locale) : rows;
  return (
    <div aria-label={label} className={styles.frame} role="region" tabIndex={0}>
      <table
        aria-label={label}
        className={mergeClasses(styles.table, isStackedOnPhone && styles.stacked)}
        role="table"
      >
        <thead className={isStackedOnPhone ? styles.stackedHead : ''} role="rowgroup">
          <tr role="row">
            {columns.map(({ key, title, isAtEnd, isTitleHidden, isNotOnPhone, sortBy }, place) => {
              const way = sorting?.column === key ? sorting : null;
              return (
                <th
                  aria-sort={way ? (way.isDescending ? 'descending' : 'ascending') : undefined}
                  className={mergeClasses(
                    styles.head,
                    isAtEnd && styles.end,
                    isNotOnPhone && styles.notOnPhone,
                    place === 0 && styles.corner,
                  )}
                  key={key}
                  role="columnheader"
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
        <tbody className={isStackedOnPhone ? styles.stacked : ''} role="rowgroup">
          {shown.map((row, index) => (
            <tr className={isStackedOnPhone ? styles.stackedRow : ''} key={keyOf(row)} role="row">
              {columns.map(({ key, title, isAtEnd, isTitleHidden, isNotOnPhone, cell }, place) => (
                <td
                  className={mergeClasses(
                    styles.cell,
                    index === 0 && styles.first,
                    isAtEnd && styles.end,
                    isNotOnPhone && styles.notOnPhone,
                    isStackedOnPhone && styles.stackedCell,
                    place === 0 && (isStackedOnPhone ? styles.stackedName : styles.name),
                    isStackedOnPhone && isTitleHidden && styles.stackedActs,
                  )}
                  data-title={title}
                  key={key}
                  role="cell"
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
