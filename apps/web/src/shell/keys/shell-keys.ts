import type { KeyTable } from './key-table.ts';

/** Keys that work on every page while nothing is typed (product.md, Time pages). */
export const SHELL_KEYS = {
  palette: ['Ctrl+K'],
  new: ['N'],
  stop: ['S'],
  continue: ['C'],
  addTime: ['A'],
  goTo: ['G'],
  shortcuts: ['?'],
} as const satisfies KeyTable<string>;

/** Keys of messages and dialogs, wherever they are. */
export const COMMON_KEYS = {
  undo: ['Ctrl+Z'],
  saveDialog: ['Ctrl+Enter'],
  leave: ['Escape'],
} as const satisfies KeyTable<string>;

/** Keys that lead to another day, week or month. */
export const PERIOD_KEYS = {
  earlier: ['PageUp'],
  later: ['PageDown'],
} as const satisfies KeyTable<string>;

/** Keys that lead through the rows of a list. */
export const ROW_KEYS = {
  next: ['J', 'ArrowDown'],
  back: ['K', 'ArrowUp'],
} as const satisfies KeyTable<string>;

/** How far a key leads by a table of two ways: 1 on, -1 back, null for another key. */
export function stepOf(act: 'next' | 'later' | 'back' | 'earlier' | null): 1 | -1 | null {
  if (act === null) return null;
  return act === 'next' || act === 'later' ? 1 : -1;
}
