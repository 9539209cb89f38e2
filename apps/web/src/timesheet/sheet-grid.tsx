import { mergeClasses } from '@fluentui/react-components';
import type { Timesheet } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { type CSSProperties, lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { StateMessage } from '../components/state-message.tsx';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import type { DayColumn } from './columns.ts';
import { GroupLine } from './group-line.tsx';
import type { SheetLine, SheetRow } from './sheet-lines.ts';
import { SheetFoot, SheetHead } from './sheet-head.tsx';
import { SheetRowLine } from './sheet-row.tsx';
import { dayTotals } from './sums.ts';
import { useClipboard } from './use-clipboard.ts';
import { useGridActs } from './use-grid-acts.ts';
import { useGridEvents } from './use-grid-events.ts';
import { LINE_HEIGHT, useGridStyles } from './use-grid-styles.ts';
import type { SheetEdits } from './use-sheet-edits.ts';
import { useVisibleLines } from './use-visible-lines.ts';

const importEntryList = () => import('./entry-list.tsx');
const EntryList = lazy(async () => ({ default: (await importEntryList()).EntryList }));

export interface SheetGridProps {
  readonly sheet: Timesheet;
  readonly lines: readonly SheetLine[];
  readonly columns: readonly DayColumn[];
  readonly edits: SheetEdits;
  /** Seconds to reach; null where nobody says so. */
  readonly goal: number | null;
  readonly lockReason: (date: WallDate) => string | null;
  readonly onPeriod: (step: -1 | 1) => void;
  readonly onSave: () => void;
  /** The line in which rows are added. */
  readonly addRow: ReactNode;
}

/** Work items by days, to type into (ARIA grid). Of long sheets only the lines near the visible ones stand in the page. */
export function SheetGrid(props: SheetGridProps) {
  const { sheet, lines, columns, edits } = props;
  const styles = useGridStyles();
  const texts = useTexts(timesheetTexts);
  // At hand before the first key opens it.
  useEffect(() => void importEntryList(), []);
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => lines.filter((line): line is SheetRow => line.kind === 'row'), [lines]);
  const visible = useVisibleLines(frame, lines.length);
  const acts = useGridActs({ ...props, table, rows, show: (row) => visible.show(lines.indexOf(row)) });
  const { grid, size } = acts;
  const events = useGridEvents({ acts, edits, onPeriod: props.onPeriod, onSave: props.onSave });
  const clipboard = useClipboard({ grid, size, edits, cellOf: acts.cellOf });
  const totals = useMemo(
    () => dayTotals(sheet.days, lines, edits.pending),
    [sheet.days, lines, edits.pending],
  );
  const shown = lines.slice(visible.first, visible.last + 1);
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const { range, active } = grid;
  const isTight = columns.length > 7;
  const rowLine = (row: SheetRow, line: number) => {
    const index = indexes.get(row.key) ?? 0;
    const isActive = index === active.row;
    const isChosen = grid.isRange && index >= range.top && index <= range.bottom;
    return (
      <SheetRowLine
        active={isActive ? active.column : -1}
        acts={acts.rowActs}
        chosenFrom={isChosen ? range.left : -1}
        chosenTo={isChosen ? range.right : -1}
        columns={columns}
        drafts={edits.drafts[row.key]}
        editing={isActive ? grid.editing : null}
        index={index}
        key={row.key}
        line={line}
        note={isActive ? grid.note : null}
        pending={edits.pending[row.key]}
        row={row}
      />
    );
  };
  return (
    <div className={styles.frame} onScroll={visible.onScroll} ref={frame}>
      <table
        aria-label={texts.title}
        aria-multiselectable
        aria-rowcount={lines.length + 2}
        className={mergeClasses(styles.table, isTight && styles.tightTable)}
        data-takes-letters
        ref={table}
        role="grid"
        style={{ '--days': columns.length } as CSSProperties}
        {...events}
        {...clipboard}
      >
        <colgroup>
          <col />
          {columns.map(({ date }) => (
            <col className={isTight ? styles.tightColumn : styles.dayColumn} key={date} />
          ))}
          <col className={styles.totalColumn} />
        </colgroup>
        <SheetHead columns={columns} />
        <tbody>
          <Gap lines={visible.first} />
          {shown.map((line, at) =>
            line.kind === 'group' ? (
              <GroupLine
                columns={columns}
                group={line}
                key={line.key}
                line={visible.first + at + 2}
                pending={edits.pending}
                rows={rows}
              />
            ) : (
              rowLine(line, visible.first + at + 2)
            ),
          )}
          <Gap lines={lines.length - 1 - visible.last} />
          {rows.length === 0 && (
            <tr>
              <td className={styles.cell} colSpan={columns.length + 2} role="gridcell">
                <StateMessage text={texts.emptyHint} title={texts.empty} />
              </td>
            </tr>
          )}
          <tr>
            <td className={styles.cell} colSpan={columns.length + 2} role="gridcell">
              {props.addRow}
            </td>
          </tr>
        </tbody>
        <SheetFoot columns={columns} goal={props.goal} line={lines.length + 2} totals={totals} />
      </table>
      {acts.list && (
        <Suspense fallback={null}>
          <EntryList cell={acts.list} edits={edits} key={acts.list.date} onClose={acts.closeList} />
        </Suspense>
      )}
    </div>
  );
}

/** The room of lines that do not stand in the page. */
function Gap({ lines }: { readonly lines: number }) {
  return lines > 0 ? <tr aria-hidden style={{ height: lines * LINE_HEIGHT }} /> : null;
}
