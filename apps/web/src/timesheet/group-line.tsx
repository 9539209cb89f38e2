import { mergeClasses } from '@fluentui/react-components';
import { TypeBar, useFormats } from '@stint/ui';
import { memo } from 'react';
import type { DayColumn } from './columns.ts';
import { rowsLength } from './sums.ts';
import type { SheetGroup, SheetRow } from './sheet-lines.ts';
import type { CellSaves } from './use-cell-saves.ts';
import { useGridStyles } from './use-grid-styles.ts';

interface GroupLineProps {
  readonly group: SheetGroup;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly DayColumn[];
  readonly pending: CellSaves['pending'];
  readonly line: number;
}

/** The line above the rows of a parent, with what they add up to. */
export const GroupLine = memo(function GroupLine({ group, rows, columns, pending, line }: GroupLineProps) {
  const styles = useGridStyles();
  const formats = useFormats();
  const own = rows.filter(({ key }) => group.rowKeys.includes(key));
  const sumOf = (days: readonly DayColumn[]) => {
    const seconds = rowsLength(
      own,
      days.map(({ date }) => date),
      pending,
    );
    return seconds === 0 ? '' : formats.length(seconds);
  };
  const { id, title, color } = group.workItem;
  return (
    <tr aria-rowindex={line}>
      <th className={mergeClasses(styles.cell, styles.first, styles.group)} scope="row">
        <div className={styles.subject} title={`${id} ${title}`}>
          <TypeBar color={color} />
          <span className={styles.number}>{id}</span>
          <span className={styles.title}>{title}</span>
        </div>
      </th>
      {columns.map((column) => (
        <td
          className={mergeClasses(
            styles.cell,
            styles.group,
            styles.groupDay,
            columns.length > 7 && styles.tight,
          )}
          key={column.date}
          role="gridcell"
        >
          {sumOf([column])}
        </td>
      ))}
      <td className={mergeClasses(styles.cell, styles.last, styles.group)} role="gridcell">
        {sumOf(columns)}
      </td>
    </tr>
  );
});
