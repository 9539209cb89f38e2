import type { KeyTable } from '../../shell/keys/key-table.ts';

/** The keys of the calendar of hours, at the cursor or the entry that it is on. */
export const CALENDAR_KEYS = {
  go: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Home', 'End'],
  move: ['Alt+ArrowUp', 'Alt+ArrowDown'],
  moveDays: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
  end: ['Shift+ArrowUp', 'Shift+ArrowDown'],
  start: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'],
  open: ['Enter', 'Space'],
  add: ['N'],
  duplicate: ['D'],
  copy: ['Ctrl+C'],
  paste: ['Ctrl+V'],
  remove: ['Delete', 'Backspace'],
  giveUp: ['Escape'],
} as const satisfies KeyTable<string>;
