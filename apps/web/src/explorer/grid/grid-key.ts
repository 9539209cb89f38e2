import { actOf, type KeyTable, type PressedKeys } from '../../shell/keys/key-table.ts';

/** What a key asks of the grid. */
export type GridWish =
  | {
      readonly kind: 'move';
      readonly to: 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';
      readonly extends: boolean;
    }
  | { readonly kind: 'toggle' | 'all' | 'none' | 'delete' | 'edit' | 'open' | 'close' };

/** The keys of the grid on its rows. Copying and pasting are the browser’s own keys. */
export const GRID_KEYS = {
  move: ['ArrowUp', 'ArrowDown'],
  page: ['PageUp', 'PageDown'],
  edge: ['Home', 'End', 'Ctrl+Home', 'Ctrl+End'],
  extend: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+PageUp', 'Shift+PageDown', 'Shift+Home', 'Shift+End'],
  toggle: ['Space'],
  all: ['Ctrl+A'],
  none: ['Escape'],
  edit: ['Enter'],
  open: ['ArrowRight'],
  close: ['ArrowLeft'],
  delete: ['Delete'],
  paste: ['Ctrl+V'],
} as const satisfies KeyTable<string>;

/** The keys of the grid on the title of a column. */
export const TITLE_KEYS = {
  move: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
  size: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
} as const satisfies KeyTable<string>;

const PLACES = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
} as const;

/** Reads a key pressed on the grid; null for one that means nothing here. */
export function readGridKey(keys: PressedKeys): GridWish | null {
  const act = actOf(GRID_KEYS, keys);
  switch (act) {
    case null:
    case 'paste':
      return null;
    case 'move':
    case 'page':
    case 'edge':
    case 'extend':
      return { kind: 'move', to: PLACES[keys.key as keyof typeof PLACES], extends: act === 'extend' };
    default:
      return { kind: act };
  }
}

/** The line that a move leads to. `page` is how many lines are seen; -1 stands for no line yet. */
export function movedTo(
  to: Extract<GridWish, { kind: 'move' }>['to'],
  active: number,
  { count, page }: { readonly count: number; readonly page: number },
): number {
  const target = {
    up: active - 1,
    down: active + 1,
    pageUp: active - page,
    pageDown: active + page,
    first: 0,
    last: count - 1,
  }[to];
  return Math.max(0, Math.min(count - 1, target));
}
