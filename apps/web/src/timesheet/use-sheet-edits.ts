import type { TimesheetEntry } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { readingOf, uiTexts, useFormats, useTexts } from '@stint/ui';
import { useCallback, useRef } from 'react';
import { randomId } from '../api/uuid.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { type CellChange, cleared, readCell, undoOf } from './cell-change.ts';
import { type CellDraft, isCellDrafts } from './cell-drafts.ts';
import { type CellMap, withCell } from './cell-map.ts';
import type { SheetCell } from './sheet-lines.ts';
import { type CellSaves, useCellSaves } from './use-cell-saves.ts';
import { useTypingDraft } from './use-typing-draft.ts';

export interface SheetEdits extends Pick<CellSaves, 'pending' | 'running' | 'savedAt'> {
  /** What was typed and is not saved. */
  readonly drafts: CellMap<CellDraft>;
  /** The entries of a cell as they are shown. */
  readonly entriesOf: (cell: SheetCell) => readonly TimesheetEntry[];
  /** Takes what was typed into a cell: it is saved, or stays there with the reason why not. */
  readonly type: (cell: SheetCell, text: string) => void;
  /** The same for several cells at once, which can be undone together. */
  readonly typeAll: (cells: readonly (SheetCell & { text: string })[]) => void;
  readonly clear: (cells: readonly SheetCell[]) => void;
  /** Changes a cell that may have several entries; gives why it was refused. */
  readonly change: (cell: SheetCell, change: CellChange) => Promise<string | null>;
  /** Keeps what is being typed, so that a reload does not lose it; null when it is saved or given up. */
  readonly keepTyping: (cell: SheetCell, text: string | null) => void;
  /** Sends everything again that is not saved. */
  readonly retry: (cells: readonly SheetCell[]) => void;
}

/** What one can do with the cells of a sheet. */
export function useSheetEdits(updatedAt: number, lockReason: (date: WallDate) => string | null): SheetEdits {
  const texts = useTexts(timesheetTexts);
  const ui = useTexts(uiTexts);
  const formats = useFormats();
  const common = useTexts(commonTexts);
  const toast = useToast();
  const { save, pending, running, savedAt } = useCellSaves(updatedAt);
  const drafts = useDraft<CellMap<CellDraft>>('timesheet', () => ({}), isCellDrafts);
  const keep = drafts.change;
  const keepTyping = useTypingDraft(keep);
  const shown = useRef(pending);
  shown.current = pending;

  const entriesOf = useCallback(
    ({ row, date }: SheetCell) => shown.current[row.key]?.[date]?.entries ?? row.cells.get(date) ?? [],
    [],
  );
  const setDraft = useCallback(
    ({ row, date }: SheetCell, draft: CellDraft | null) =>
      keep((before) => withCell(before, { rowKey: row.key, date }, draft)),
    [keep],
  );

  const change = useCallback(
    async ({ row, date }: SheetCell, next: CellChange) => {
      const locked = lockReason(date);
      if (locked !== null) return locked;
      return save({ rowKey: row.key, date }, next);
    },
    [lockReason, save],
  );

  /** Reads and sends; gives what can be undone, null where nothing was sent. */
  const submit = useCallback(
    (cell: SheetCell, text: string): CellChange | null => {
      const entries = entriesOf(cell);
      const { subject } = cell.row;
      const reading = readCell({ text, date: cell.date, subject, entries, newId: randomId() });
      if (reading.kind === 'refused') {
        const { fault } = reading;
        const reason = fault === 'several' ? texts.severalEntries : readingOf(text, formats, ui).text;
        setDraft(cell, { text, reason });
        return null;
      }
      setDraft(cell, null);
      if (reading.kind === 'same') return null;
      void onRefusal(change(cell, reading.change), (reason) => setDraft(cell, { text, reason }));
      return undoOf(entries, reading.change);
    },
    [change, entriesOf, formats, setDraft, texts, ui],
  );

  const offerUndo = useCallback(
    (text: string, made: readonly { cell: SheetCell; undo: CellChange }[]) => {
      if (made.length === 0) return;
      const run = () => {
        for (const { cell, undo } of made)
          void onRefusal(change(cell, undo), (reason) => toast({ text: reason }));
      };
      toast({ text, action: { name: common.undo, run } });
    },
    [change, common, toast],
  );

  const typeAll = useCallback<SheetEdits['typeAll']>(
    (cells) => {
      const made = cells.flatMap((cell) => {
        const undo = submit(cell, cell.text);
        return undo ? [{ cell, undo }] : [];
      });
      offerUndo(texts.cellsPasted({ count: made.length }), made);
    },
    [offerUndo, submit, texts],
  );

  const clear = useCallback<SheetEdits['clear']>(
    (cells) => {
      for (const cell of cells) setDraft(cell, null);
      const full = cells.filter((cell) => entriesOf(cell).length > 0);
      const open = full.filter(({ date }) => lockReason(date) === null);
      const reason = full.map(({ date }) => lockReason(date)).find((each) => each !== null);
      if (reason) toast({ text: reason });
      const made = open.map((cell) => {
        const entries = entriesOf(cell);
        const next = cleared(entries);
        void onRefusal(change(cell, next), (refusal) => toast({ text: refusal }));
        return { cell, undo: undoOf(entries, next) };
      });
      offerUndo(texts.cellsCleared({ count: made.length }), made);
    },
    [change, entriesOf, setDraft, lockReason, offerUndo, texts, toast],
  );

  const retry = useCallback<SheetEdits['retry']>(
    (cells) => {
      for (const cell of cells) {
        const draft = drafts.value[cell.row.key]?.[cell.date];
        if (draft) submit(cell, draft.text);
      }
    },
    [drafts.value, submit],
  );

  const type = useCallback((cell: SheetCell, text: string) => void submit(cell, text), [submit]);
  return {
    pending,
    running,
    savedAt,
    drafts: drafts.value,
    entriesOf,
    type,
    typeAll,
    clear,
    change,
    keepTyping,
    retry,
  };
}

/** Does something with the reason when a change was refused. */
export async function onRefusal(sent: Promise<string | null>, act: (reason: string) => void): Promise<void> {
  const reason = await sent;
  if (reason !== null) act(reason);
}
