import { parseDuration, type WallDate } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { useOverlays } from '../shell/overlays-context.ts';
import type { EditorMove } from './cell-editor.tsx';
import type { DayColumn } from './columns.ts';
import { type GridSize, moveByKey, moveByTab, type Place } from './grid-move.ts';
import { type SheetCell, type SheetRow } from './sheet-lines.ts';
import { lengthOf } from '../worklogs/totals.ts';
import type { RowActs } from './sheet-row.tsx';
import { type GridControl, useGrid } from './use-grid.ts';
import type { SheetEdits } from './use-sheet-edits.ts';

interface GridActsInput {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly DayColumn[];
  readonly edits: SheetEdits;
  readonly lockReason: (date: WallDate) => string | null;
  /** Brings a row into the page. */
  readonly show: (row: SheetRow) => void;
}

export interface GridActs {
  readonly grid: GridControl;
  readonly size: GridSize;
  readonly rowActs: RowActs;
  /** The cell whose entries are listed. */
  readonly list: SheetCell | null;
  readonly cellOf: (place: Place) => SheetCell | null;
  readonly goTo: GridControl['goTo'];
  /** Begins to type into a cell, or lists its entries where there are several; `text` is what was typed already. */
  readonly start: (place: Place, text: string | null) => void;
  readonly openList: (place: Place) => void;
  readonly closeList: () => void;
}

/** What happens in the grid: going, typing, listing. */
export function useGridActs(input: GridActsInput): GridActs {
  const { rows, columns, edits, lockReason } = input;
  const formats = useFormats();
  const overlays = useOverlays();
  const size = { rows: rows.length, columns: columns.length };
  const rowKeys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const grid = useGrid(input.table, size, rowKeys);
  const [listed, setListed] = useState<{ rowKey: string; date: WallDate } | null>(null);
  const cellOf = ({ row, column }: Place): SheetCell | null => {
    const [found, day] = [rows[row], columns[column]];
    return found && day ? { row: found, date: day.date } : null;
  };
  const draftOf = ({ row, date }: SheetCell) => edits.drafts[row.key]?.[date];

  const goTo: GridControl['goTo'] = (place, options) => {
    const row = rows[place.row];
    if (row) input.show(row);
    grid.goTo(place, options);
  };
  const openList = (place: Place) => {
    const cell = cellOf(place);
    if (!cell || edits.entriesOf(cell).length === 0) return;
    setListed({ rowKey: cell.row.key, date: cell.date });
  };
  const details = (cell: SheetCell) => {
    const draft = draftOf(cell);
    const parsed = parseDuration(draft?.text ?? '');
    const { subject } = cell.row;
    overlays.open({
      kind: 'add',
      date: cell.date,
      ...(parsed.ok && { lengthSeconds: Number(parsed.seconds) }),
      ...(subject.kind === 'item' && { workItem: subject.workItem }),
    });
  };
  const start = (place: Place, text: string | null) => {
    const cell = cellOf(place);
    if (!cell) return;
    const locked = lockReason(cell.date);
    const entries = edits.entriesOf(cell);
    const draft = draftOf(cell);
    if (locked !== null) grid.say(locked);
    else if (entries.length > 1) openList(place);
    else {
      const length = lengthOf(entries);
      const shown = draft?.text ?? (length === 0 ? '' : formats.exactLength(length));
      grid.edit({ text: text ?? shown, isTyping: text !== null });
    }
  };
  const end = (row: SheetRow, date: WallDate, text: string | null, move: EditorMove) => {
    const cell = { row, date };
    edits.keepTyping(cell, null);
    if (text !== null) edits.type(cell, text);
    grid.endEdit(move !== 'none');
    if (move !== 'none' && move !== 'stay') goTo(placeAfter(move, grid.active, size));
  };

  const latest = useRef({ end, details, keepTyping: edits.keepTyping });
  latest.current = { end, details, keepTyping: edits.keepTyping };
  const rowActs = useMemo<RowActs>(
    () => ({
      onText: (row, date, text) => latest.current.keepTyping({ row, date }, text),
      onEnd: (...args) => latest.current.end(...args),
      onDetails: (row, date) => latest.current.details({ row, date }),
    }),
    [],
  );
  const row = listed && rows.find(({ key }) => key === listed.rowKey);
  return {
    grid,
    size,
    rowActs,
    list: listed && row ? { row, date: listed.date } : null,
    cellOf,
    goTo,
    start,
    openList: (place) => {
      const cell = cellOf(place);
      if (cell && draftOf(cell)) details(cell);
      else openList(place);
    },
    closeList: () => {
      setListed(null);
      grid.goTo(grid.active);
    },
  };
}

function placeAfter(move: 'up' | 'down' | 'left' | 'right', place: Place, size: GridSize): Place {
  if (move === 'left' || move === 'right') return moveByTab(move === 'left' ? -1 : 1, place, size) ?? place;
  return moveByKey(move === 'up' ? 'ArrowUp' : 'ArrowDown', false, place, size) ?? place;
}
