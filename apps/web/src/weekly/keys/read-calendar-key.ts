import { actOf, type PressedKeys } from '../../shell/keys/key-table.ts';
import { STEP } from '../layout/place.ts';
import { CALENDAR_KEYS } from './calendar-keys.ts';

/** What a key asks of the calendar. Seconds `by` are negative for earlier. */
export type CalendarWish =
  | { readonly kind: 'go'; readonly key: string }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'moveDays'; readonly days: number }
  | { readonly kind: 'end' | 'start'; readonly by: number }
  | { readonly kind: 'open' | 'remove' | 'add' | 'copy' | 'paste' | 'duplicate' | 'giveUp' };

/** Reads a key by `CALENDAR_KEYS`; null for keys that are not the calendar’s. */
export function readCalendarKey(keys: PressedKeys): CalendarWish | null {
  const act = actOf(CALENDAR_KEYS, keys);
  switch (act) {
    case null:
      return null;
    case 'go':
      return { kind: 'go', key: keys.key };
    case 'move':
    case 'start':
    case 'end':
      return { kind: act, by: keys.key === 'ArrowUp' ? -STEP : STEP };
    case 'moveDays':
      return { kind: 'moveDays', days: keys.key === 'ArrowLeft' ? -1 : 1 };
    default:
      return { kind: act };
  }
}
