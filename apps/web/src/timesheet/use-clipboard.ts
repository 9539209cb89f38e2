import { useFormats, useTexts } from '@stint/ui';
import type { ClipboardEvent } from 'react';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import type { GridSize, Place } from './grid-move.ts';
import { placesOf } from './grid-move.ts';
import { type SheetCell } from './sheet-lines.ts';
import { lengthOf } from '../worklogs/totals.ts';
import { placeTable, readTable, tableText } from './table-text.ts';
import type { GridState } from './use-grid.ts';
import type { SheetEdits } from './use-sheet-edits.ts';

interface ClipboardInput {
  readonly grid: GridState;
  readonly size: GridSize;
  readonly edits: SheetEdits;
  readonly cellOf: (place: Place) => SheetCell | null;
}

/** Copying, cutting and pasting of ranges, as spreadsheets do it; nothing while one types into a cell. */
export function useClipboard({ grid, size, edits, cellOf }: ClipboardInput) {
  const texts = useTexts(timesheetTexts);
  const formats = useFormats();
  const toast = useToast();
  const textOf = (place: Place) => {
    const cell = cellOf(place);
    const length = cell ? lengthOf(edits.entriesOf(cell)) : 0;
    return length === 0 ? '' : formats.exactLength(length);
  };
  const copy = (event: ClipboardEvent): boolean => {
    if (grid.editing !== null) return false;
    const places = placesOf(grid.range);
    const rows = Map.groupBy(places, ({ row }) => row);
    event.clipboardData.setData('text/plain', tableText([...rows.values()].map((row) => row.map(textOf))));
    event.preventDefault();
    return true;
  };
  const cut = (event: ClipboardEvent) => {
    if (copy(event)) edits.clear(placesOf(grid.range).flatMap((place) => cellOf(place) ?? []));
  };
  const paste = (event: ClipboardEvent) => {
    if (grid.editing !== null) return;
    event.preventDefault();
    const table = readTable(event.clipboardData.getData('text/plain'));
    const { placed, outside } = placeTable(table, grid.range, size);
    const cells = placed.flatMap((text) => {
      const cell = cellOf(text);
      return cell ? [{ ...cell, text: text.text }] : [];
    });
    edits.typeAll(cells);
    if (outside > 0) toast({ text: texts.cellsOutside({ count: outside }) });
  };
  return { onCopy: copy, onCut: cut, onPaste: paste };
}
