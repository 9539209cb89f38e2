import { makeStyles } from '@fluentui/react-components';
import type { Timesheet, TimeWeek } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { useEffect, useMemo, useRef } from 'react';
import { KeyHints } from '../components/key-hints.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { actOf } from '../shell/keys/key-table.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { AddRow } from './add-row.tsx';
import { type AddedRow, isAddedRows, rowsIn, withRow } from './added-rows.ts';
import { cellsOf } from './cell-map.ts';
import { columnsOf } from './columns.ts';
import { GRID_KEYS } from './grid-keys.ts';
import { SaveState } from './save-state.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { commentKey, daysOf, itemKey, linesOf, type SheetRow } from './sheet-lines.ts';
import { useLockReason } from './use-locks.ts';
import { useSheetEdits } from './use-sheet-edits.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px' },
  cut: { margin: 0, color: colours.dim },
});

const NOTHING: readonly AddedRow[] = [];

interface SheetProps {
  readonly sheet: Timesheet;
  readonly weeks: readonly TimeWeek[];
  readonly goal: number | null;
  /** When the sheet was fetched, in epoch milliseconds. */
  readonly updatedAt: number;
  readonly onPeriod: (step: -1 | 1) => void;
}

/** The sheet with what was typed and is not saved, the rows that were added, and how saving stands. */
export function Sheet({ sheet, weeks, goal, updatedAt, onPeriod }: SheetProps) {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  const [from, to, today] = [sheet.from, sheet.to, sheet.today] as WallDate[] as [
    WallDate,
    WallDate,
    WallDate,
  ];
  const columns = useMemo(() => columnsOf(daysOf(from, to), today, weeks), [from, to, today, weeks]);
  const lockReason = useLockReason(columns);
  const edits = useSheetEdits(updatedAt, lockReason);
  const added = useDraft<readonly AddedRow[]>('timesheet-added', () => NOTHING, isAddedRows);
  const lines = useMemo(() => linesOf(sheet, rowsIn(added.value, from, to)), [sheet, added.value, from, to]);
  const unsaved = useMemo(() => {
    const rows = new Map(lines.flatMap((line) => (line.kind === 'row' ? [[line.key, line] as const] : [])));
    return cellsOf(edits.drafts).flatMap(({ rowKey, date }) => {
      const row = rows.get(rowKey);
      return row && date >= from && date <= to ? [{ row, date }] : [];
    });
  }, [lines, edits.drafts, from, to]);
  const save = () => edits.retry(unsaved);
  useSaveKey(save);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    // A row that was just asked for is where one goes on.
    if (wanted.current === null || !focusRow(lines, wanted.current)) return;
    wanted.current = null;
  });
  const add = (row: AddedRow) => {
    wanted.current = row.workItem ? itemKey(row.workItem.id) : commentKey(row.comment);
    added.change((rows) => withRow(rows, row));
  };
  return (
    <>
      {sheet.isCut && <p className={styles.cut}>{texts.isCut}</p>}
      <SheetGrid
        addRow={<AddRow from={from} onAdd={add} />}
        columns={columns}
        edits={edits}
        goal={goal}
        lines={lines}
        lockReason={lockReason}
        onPeriod={onPeriod}
        onSave={save}
        sheet={sheet}
      />
      <div className={styles.foot}>
        <KeyHints
          hints={[
            { keys: GRID_KEYS.edit.slice(0, 1), name: texts.keyEdit },
            { keys: GRID_KEYS.clear, name: texts.keyClear },
            { keys: GRID_KEYS.clipboard, name: texts.keyCopy },
            { keys: GRID_KEYS.save, name: texts.keySave },
            { keys: [...GRID_KEYS.leave, ...GRID_KEYS.next], name: texts.keyLeave },
          ]}
          more={[
            { keys: GRID_KEYS.move, name: texts.keyMove },
            { keys: GRID_KEYS.extend, name: texts.keyExtend },
            { keys: GRID_KEYS.list, name: texts.keyList },
          ]}
        />
        <SaveState onRetry={save} running={edits.running} savedAt={edits.savedAt} unsaved={unsaved.length} />
      </div>
    </>
  );
}

/** Gives the focus to the first cell of a row; false while the row is not there. */
function focusRow(lines: ReturnType<typeof linesOf>, key: string): boolean {
  const index = lines
    .filter((line): line is SheetRow => line.kind === 'row')
    .findIndex((row) => row.key === key);
  const cell = document.querySelector<HTMLElement>(`td[data-row="${index}"][data-column="0"]`);
  cell?.focus();
  return cell !== null;
}

/** Ctrl+S, or Cmd+S, sends what is not saved, wherever the focus is. */
function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (actOf(GRID_KEYS, event) !== 'save') return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
