import type { KeyTable } from '../shell/keys/key-table.ts';
import { PERIOD_KEYS } from '../shell/keys/shell-keys.ts';

const MOVES = ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Home', 'End'];
const movesWith = (held: string) => MOVES.map((key) => `${held}+${key}`);

/**
 * The keys of the grid while nothing is typed into a cell (product.md, Timesheet); any other sign begins to type. Copying and pasting are
 * the browser’s own keys, and `useClipboard` hears of them.
 */
export const GRID_KEYS = {
  move: [...MOVES, ...movesWith('Ctrl')],
  extend: ['Shift', 'Ctrl+Shift'].flatMap(movesWith),
  next: ['Tab'],
  back: ['Shift+Tab'],
  edit: ['Enter', 'F2', 'Space'],
  list: ['Alt+Enter'],
  clear: ['Delete', 'Backspace'],
  clipboard: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'],
  chooseAll: ['Ctrl+A'],
  save: ['Ctrl+S'],
  leave: ['Escape'],
  ...PERIOD_KEYS,
} satisfies KeyTable<string>;
