import type { KeyTable } from '../shell/keys/key-table.ts';
import type { KeyLine } from '../shell/keys/page-keys.tsx';
import { ROW_KEYS } from '../shell/keys/shell-keys.ts';

/** The keys of a week in the lists, and of its details; a week is a link, which knows Enter itself. */
export const WEEK_KEYS = {
  open: ['Enter'],
  choose: ['X'],
  approve: ['A'],
  reject: ['R'],
  submit: ['U'],
} as const satisfies KeyTable<string>;

/** How the weeks stand in a list: one `data-week` in each `data-row`. */
export const WEEK_ROWS = { stop: '[data-week]', row: '[data-row]' } as const;

/** The line of the list of keys that leads through weeks. */
export const moveLine = (name: string): KeyLine => ({ keys: [...ROW_KEYS.next, ...ROW_KEYS.back], name });
