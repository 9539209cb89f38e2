const PREFIX = 'stint-draft:';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft kept at a place; null when there is none, or nothing that can be read. */
export function readDraft(store: Store, place: string): unknown {
  try {
    return JSON.parse(store.getItem(PREFIX + place) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a draft at a place, null to forget it. A full store loses the draft, never the page. */
export function keepDraft(store: Store, place: string, value: unknown): void {
  try {
    if (value === null) store.removeItem(PREFIX + place);
    else store.setItem(PREFIX + place, JSON.stringify(value));
  } catch {
    store.removeItem(PREFIX + place);
  }
}
