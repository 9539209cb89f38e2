import { mergeClasses } from '@fluentui/react-components';
import type { WallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { memo } from 'react';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import type { DayColumn } from './columns.ts';
import { useGridStyles } from './use-grid-styles.ts';

/** The names of the days. */
export const SheetHead = memo(function SheetHead({ columns }: { readonly columns: readonly DayColumn[] }) {
  const styles = useGridStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(timesheetTexts);
  const formats = useFormats();
  const isTight = columns.length > 7;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={mergeClasses(styles.head, styles.first, styles.corner)} scope="col">
          {texts.workItem}
        </th>
        {columns.map(({ date, isToday }) => (
          <th
            aria-current={isToday ? 'date' : undefined}
            className={mergeClasses(styles.head, isTight && styles.tight, isToday && styles.today)}
            key={date}
            scope="col"
          >
            <span className={hidden.text}>{formats.day(date, 'full')}</span>
            <span aria-hidden>{formats.day(date, isTight ? 'number' : 'column')}</span>
          </th>
        ))}
        <th className={mergeClasses(styles.head, styles.last, styles.corner)} scope="col">
          {texts.total}
        </th>
      </tr>
    </thead>
  );
});

interface SheetFootProps {
  readonly columns: readonly DayColumn[];
  /** Seconds by day. */
  readonly totals: ReadonlyMap<WallDate, number>;
  /** Seconds that the person should reach in these days; null where nobody says so. */
  readonly goal: number | null;
  readonly line: number;
}

/** The totals of the days and of them all. */
export const SheetFoot = memo(function SheetFoot({ columns, totals, goal, line }: SheetFootProps) {
  const styles = useGridStyles();
  const texts = useTexts(timesheetTexts);
  const formats = useFormats();
  const show = (seconds: number) =>
    seconds === 0 ? <span className={styles.none}>·</span> : formats.length(seconds);
  const sum = columns.reduce((total, { date }) => total + (totals.get(date) ?? 0), 0);
  return (
    <tfoot>
      <tr aria-rowindex={line}>
        <th className={mergeClasses(styles.cell, styles.first, styles.foot, styles.corner)} scope="row">
          {goal === null ? texts.total : texts.totalOf({ total: texts.total, goal: formats.length(goal) })}
        </th>
        {columns.map(({ date }) => (
          <td
            className={mergeClasses(styles.cell, styles.foot, columns.length > 7 && styles.tight)}
            key={date}
            role="gridcell"
          >
            {show(totals.get(date) ?? 0)}
          </td>
        ))}
        <td className={mergeClasses(styles.cell, styles.last, styles.foot, styles.corner)} role="gridcell">
          {show(sum)}
        </td>
      </tr>
    </tfoot>
  );
});
