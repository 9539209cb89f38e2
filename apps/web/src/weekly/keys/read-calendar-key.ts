import type { Keys } from '../../shell/keys/read-key.ts';
import { STEP } from '../layout/place.ts';

/** What a key asks of the calendar. Seconds `by` are negative for earlier. */
export type CalendarWish =
  | { readonly kind: 'go'; readonly key: string }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'moveDays'; readonly days: number }
  | { readonly kind: 'end' | 'start'; readonly by: number }
  | { readonly kind: 'open' | 'remove' | 'add' | 'copy' | 'paste' | 'duplicate' | 'giveUp' };

const ACTS: Readonly<Record<string, CalendarWish>> = {
  enter: { kind: 'open' },
  ' ': { kind: 'open' },
  delete: { kind: 'remove' },
  backspace: { kind: 'remove' },
  n: { kind: 'add' },
  d: { kind: 'duplicate' },
  escape: { kind: 'giveUp' },
};
const GOING = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * Reads a key: arrows go, with Alt they move an entry, with Shift its end, with both its start; Ctrl+C and Ctrl+V copy. Null for keys
 * that are not the calendar’s.
 */
export function readCalendarKey(keys: Keys): CalendarWish | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = keys;
  if (ctrlKey || metaKey) {
    if (altKey || shiftKey) return null;
    if (key.toLowerCase() === 'c') return { kind: 'copy' };
    return key.toLowerCase() === 'v' ? { kind: 'paste' } : null;
  }
  const by = key === 'ArrowUp' ? -STEP : key === 'ArrowDown' ? STEP : null;
  if (by !== null && altKey) return { kind: shiftKey ? 'start' : 'move', by };
  if (by !== null && shiftKey) return { kind: 'end', by };
  if (altKey && !shiftKey && key === 'ArrowLeft') return { kind: 'moveDays', days: -1 };
  if (altKey && !shiftKey && key === 'ArrowRight') return { kind: 'moveDays', days: 1 };
  if (altKey || shiftKey) return null;
  return GOING.has(key) ? { kind: 'go', key } : (ACTS[key.toLowerCase()] ?? null);
}
