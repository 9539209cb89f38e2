import type { KeyTable } from '../shell/keys/key-table.ts';
import { PERIOD_KEYS } from '../shell/keys/shell-keys.ts';

/**
 * The keys of the grid while nothing is typed into a cell (product.md, Timesheet); any other sign begins to type. Copying and pasting are
 * the browser’s own keys, and `useClipboard` hears of them.
 */
export const GRID_KEYS = {
  move: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Home', 'End'],
  far: ['Ctrl+ArrowLeft', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowRight', 'Ctrl+Home', 'Ctrl+End'],
  extend: [
    'Shift+ArrowLeft',
    'Shift+ArrowUp',
    'Shift+ArrowDown',
    'Shift+ArrowRight',
    'Shift+Home',
    'Shift+End',
  ],
  extendFar: [
    'Ctrl+Shift+ArrowLeft',
    'Ctrl+Shift+ArrowUp',
    'Ctrl+Shift+ArrowDown',
    'Ctrl+Shift+ArrowRight',
    'Ctrl+Shift+Home',
    'Ctrl+Shift+End',
  ],
  next: ['Tab'],
  back: ['Shift+Tab'],
  edit: ['Enter', 'F2', 'Space'],
  list: ['Alt+Enter'],
  clear: ['Delete', 'Backspace'],
  copy: ['Ctrl+C'],
  cut: ['Ctrl+X'],
  paste: ['Ctrl+V'],
  chooseAll: ['Ctrl+A'],
  save: ['Ctrl+S'],
  leave: ['Escape'],
  ...PERIOD_KEYS,
} as const satisfies KeyTable<string>;
