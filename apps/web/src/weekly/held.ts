import type { CalendarEntry, Place } from './entry.ts';

/** What a hand or a key holds and has not let go yet. */
export interface Held {
  /** Null for time that is being marked. */
  readonly entry: CalendarEntry | null;
  readonly place: Place;
  readonly isCopy: boolean;
}

/** The id of what is not there yet. */
export const GHOST = 'ghost';

/** The entries with what is held at its new place. */
export function withHeld(entries: readonly CalendarEntry[], held: Held | null): readonly CalendarEntry[] {
  if (held === null) return entries;
  const { entry, place, isCopy } = held;
  if (entry !== null && !isCopy)
    return entries.map((each) => (each.id === entry.id ? { ...each, ...place } : each));
  return [...entries, { ...(entry ?? NOTHING), ...place, id: GHOST }];
}

const NOTHING = {
  billableLength: null,
  workItemId: null,
  workItem: null,
  comment: '',
  activityTypeId: '',
} as const;
