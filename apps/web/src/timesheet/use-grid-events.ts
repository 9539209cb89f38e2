import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import { type Place, placesOf } from './grid-move.ts';
import { readGridKey } from './read-grid-key.ts';
import { placeAt } from './use-grid.ts';
import type { GridActs } from './use-grid-acts.ts';
import type { SheetEdits } from './use-sheet-edits.ts';

interface GridEventsInput {
  readonly acts: GridActs;
  readonly edits: SheetEdits;
  readonly onPeriod: (step: -1 | 1) => void;
  readonly onSave: () => void;
}

/** Gives the table its keys and its mouse: clicks and drags choose, a double click or a tap types. */
export function useGridEvents({ acts, edits, onPeriod, onSave }: GridEventsInput) {
  const { grid, size, cellOf, goTo, start } = acts;
  const isLeaving = useRef(false);
  const isExtending = useRef(false);
  const isActive = ({ row, column }: Place) => row === grid.active.row && column === grid.active.column;

  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeAt(event.target);
    if (!place || event.defaultPrevented || !isCell(event.target)) return;
    const wish = readGridKey(event, place, size, isLeaving.current);
    if (event.key !== 'Shift') isLeaving.current = wish?.kind === 'leave';
    if (wish === null) return;
    event.preventDefault();
    event.stopPropagation();
    switch (wish.kind) {
      case 'move':
        goTo(wish.to, { extends: wish.extends });
        break;
      case 'type':
        start(place, wish.text);
        break;
      case 'edit':
        start(place, null);
        break;
      case 'list':
        acts.openList(place);
        break;
      case 'clear':
        edits.clear(placesOf(grid.range).flatMap((each) => cellOf(each) ?? []));
        break;
      case 'chooseAll':
        grid.chooseAll();
        break;
      case 'leave':
        goTo(place);
        break;
      case 'save':
        onSave();
        break;
      case 'period':
        onPeriod(wish.step);
        break;
    }
  };
  const onPointerDown = (event: PointerEvent) => {
    isExtending.current = event.shiftKey;
    const place = placeAt(event.target);
    // A cell that has the focus gets no other; what was chosen beside it is let go.
    if (place && isCell(event.target) && isActive(place) && !event.shiftKey) goTo(place);
  };
  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 1 || grid.editing !== null) return;
    const place = placeAt(event.target);
    const isFromCell = placeAt(document.activeElement) !== null;
    if (place && isFromCell && !isActive(place)) goTo(place, { extends: true });
  };
  const onFocus = (event: FocusEvent) => {
    const place = isCell(event.target) ? placeAt(event.target) : null;
    if (place && !isActive(place)) goTo(place, { extends: isExtending.current });
    isExtending.current = false;
  };
  const onClick = (event: MouseEvent) => {
    const isTap = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
    const place = isCell(event.target) ? placeAt(event.target) : null;
    if (isTap && place) start(place, null);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = isCell(event.target) ? placeAt(event.target) : null;
    if (place) start(place, null);
  };
  return { onKeyDown, onPointerDown, onPointerOver, onFocus, onClick, onDoubleClick };
}

/** Whether it is a cell or what it shows, not what is typed into or clicked within it. */
function isCell(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, button') === null;
}
