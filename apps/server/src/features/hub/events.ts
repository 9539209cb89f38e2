/** What the database tells of a person, see `tell_track` and `tell_work_logs`. */
export type LiveEvent =
  | { kind: 'track'; key: string }
  /** A week of the person, or one that they may decide about. */
  | { kind: 'week'; key: string }
  /** `id` null: several at once. */
  | { kind: 'worklog'; key: string; change: string; id: string | null };

/** Reads an event; null for one that a newer release writes. */
export function readEvent(text: string): LiveEvent | null {
  const [kind, organizationId, personId, change, id] = text.split(' ');
  if (organizationId === undefined || personId === undefined) return null;
  const key = `${organizationId}/${personId}`;
  if (kind === 'track' || kind === 'week') return { kind, key };
  if (kind !== 'worklog' || change === undefined || id === undefined) return null;
  return { kind, key, change, id: id === '*' ? null : id };
}
