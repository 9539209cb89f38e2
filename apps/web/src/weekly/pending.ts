import type { CalendarEntry } from './entry.ts';

/** What an entry is while it is not yet as the server’s answer tells it: null for gone. */
export interface PendingEntry {
  readonly after: CalendarEntry | null;
  /** Whether the server has it; it stays until entries were fetched anew. */
  readonly isSaved: boolean;
}

export type PendingEntries = ReadonlyMap<string, PendingEntry>;

/** The entries with everything that is on its way. */
export function withPending(
  entries: readonly CalendarEntry[],
  pending: PendingEntries,
): readonly CalendarEntry[] {
  if (pending.size === 0) return entries;
  const kept = entries.filter(({ id }) => !pending.has(id));
  return [...kept, ...[...pending.values()].flatMap(({ after }) => (after === null ? [] : [after]))];
}

/** Puts what is on its way for one entry, null for nothing. */
export function putPending(pending: PendingEntries, id: string, entry: PendingEntry | null): PendingEntries {
  const next = new Map(pending);
  if (entry === null) next.delete(id);
  else next.set(id, entry);
  return next;
}

/** What is still on its way once entries were fetched anew. */
export function unsaved(pending: PendingEntries): PendingEntries {
  const left = [...pending].filter(([, { isSaved }]) => !isSaved);
  return left.length === pending.size ? pending : new Map(left);
}
