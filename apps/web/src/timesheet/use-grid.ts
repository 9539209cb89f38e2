import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type CellRange, followRows, type GridSize, type Place, rangeBetween } from './grid-move.ts';
import type { Editing } from './sheet-row.tsx';

/** Where one is in the grid. */
export interface GridState {
  /** The cell that has, or would have, the focus. */
  readonly active: Place;
  readonly range: CellRange;
  /** Whether more than the active cell is chosen. */
  readonly isRange: boolean;
  readonly editing: Editing | null;
  /** Said below the active cell until one goes on. */
  readonly note: string | null;
}

export interface GridControl extends GridState {
  /** Makes a cell the active one and gives it the focus; `extends` keeps the other corner of what is chosen. */
  readonly goTo: (place: Place, options?: { readonly extends?: boolean }) => void;
  readonly chooseAll: () => void;
  readonly edit: (editing: Editing) => void;
  /** Ends typing; the focus goes back to the cell unless it has gone elsewhere. */
  readonly endEdit: (takesFocus: boolean) => void;
  readonly say: (note: string) => void;
}

/**
 * Keeps the place, what is chosen and what is typed into, within a grid of a size that may change; `rowKeys` name its rows, with which these
 * go when the order changes.
 */
export function useGrid(
  table: RefObject<HTMLTableElement | null>,
  size: GridSize,
  rowKeys: readonly string[],
): GridControl {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const [knownKeys, setKnownKeys] = useState(rowKeys);
  if (knownKeys !== rowKeys) {
    setKnownKeys(rowKeys);
    const next = followRows({ active, anchor }, knownKeys, rowKeys);
    if (next) {
      setActive(next.active);
      setAnchor(next.anchor);
    } else {
      // What was typed stays with its own cell.
      setEditing(null);
      setNote(null);
    }
  }
  const within = useCallback(
    ({ row, column }: Place): Place => ({
      row: Math.max(0, Math.min(row, size.rows - 1)),
      column: Math.max(0, Math.min(column, size.columns - 1)),
    }),
    [size.rows, size.columns],
  );
  const here = useMemo(() => within(active), [within, active]);
  const range = useMemo(() => rangeBetween(here, within(anchor)), [here, within, anchor]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    const cell = cellAt(table.current, here);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus();
  });

  const goTo = useCallback<GridControl['goTo']>((place, options) => {
    wantsFocus.current = true;
    setActive(place);
    if (options?.extends !== true) setAnchor(place);
    setEditing(null);
    setNote(null);
  }, []);
  const chooseAll = useCallback(() => {
    setAnchor({ row: size.rows - 1, column: size.columns - 1 });
    setActive({ row: 0, column: 0 });
    wantsFocus.current = true;
  }, [size.rows, size.columns]);
  const edit = useCallback((next: Editing) => {
    setNote(null);
    setEditing(next);
  }, []);
  const endEdit = useCallback((takesFocus: boolean) => {
    wantsFocus.current = takesFocus;
    setEditing(null);
  }, []);
  const isRange = range.top !== range.bottom || range.left !== range.right;
  return { active: here, range, isRange, editing, note, goTo, chooseAll, edit, endEdit, say: setNote };
}

/** The element of a cell, if its row stands in the page. */
function cellAt(table: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`td[data-row="${row}"][data-column="${column}"]`) ?? null;
}

/** The place of the cell in which something happened, null for none. */
export function placeAt(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
  if (!cell) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
