import type { KeyTable } from '../shell/keys/key-table.ts';
import { PERIOD_KEYS } from '../shell/keys/shell-keys.ts';

/** The keys of the month on its days. A day is a link, which knows Enter itself. */
export const MONTH_KEYS = {
  move: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Home', 'End'],
  open: ['Enter'],
  ...PERIOD_KEYS,
} as const satisfies KeyTable<string>;
