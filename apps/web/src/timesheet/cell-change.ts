import type { NewWorkLog, TimesheetEntry, WorkLogChange } from '@stint/contract';
import { type DurationFault, parseDuration, type WallDate } from '@stint/domain';
import { billableAfter, type WorklogWrite } from '../worklogs/worklog-write.ts';
import type { RowSubject } from './sheet-lines.ts';

/** What becomes of a cell: what is sent, and the entries it will have. */
export interface CellChange {
  readonly writes: readonly WorklogWrite[];
  readonly after: readonly TimesheetEntry[];
}

/** How a text typed into a cell is understood. */
export type CellReading =
  | { readonly kind: 'same' }
  | { readonly kind: 'change'; readonly change: CellChange }
  | { readonly kind: 'refused'; readonly fault: DurationFault | 'several' };

interface TypedCell {
  readonly text: string;
  readonly date: WallDate;
  readonly subject: RowSubject;
  readonly entries: readonly TimesheetEntry[];
  /** For an entry that is made; the page makes ids, so that a repeated write books once. */
  readonly newId: string;
}

/**
 * What a typed text means: nothing or zero takes the cell’s time away, else the length of its one entry, or of a new one, is what was
 * typed. A cell with several entries takes only an empty text: which of them is meant nobody can say.
 */
export function readCell({ text, date, subject, entries, newId }: TypedCell): CellReading {
  const parsed = parseDuration(text);
  if (!parsed.ok && parsed.fault !== 'empty') return { kind: 'refused', fault: parsed.fault };
  const length = parsed.ok ? Number(parsed.seconds) : 0;
  if (length === 0)
    return entries.length === 0 ? { kind: 'same' } : { kind: 'change', change: cleared(entries) };
  const [entry, another] = entries;
  if (another) return { kind: 'refused', fault: 'several' };
  if (!entry) return { kind: 'change', change: added({ date, subject, length, id: newId }) };
  if (entry.length === length) return { kind: 'same' };
  return { kind: 'change', change: resized(entries, entry.id, length) };
}

/** Takes all time of a cell away. */
export function cleared(entries: readonly TimesheetEntry[]): CellChange {
  return { writes: entries.map(({ id }) => ({ kind: 'remove', id })), after: [] };
}

/** Takes one entry of a cell away. */
export function without(entries: readonly TimesheetEntry[], id: string): CellChange {
  return { writes: [{ kind: 'remove', id }], after: entries.filter((entry) => entry.id !== id) };
}

/** Books time in a cell beside what is there, on the day as a whole. */
export function added(
  { date, subject, length, id }: { date: WallDate; subject: RowSubject; length: number; id: string },
  beside: readonly TimesheetEntry[] = [],
): CellChange {
  const workItemId = subject.kind === 'item' ? subject.workItem.id : null;
  const comment = subject.kind === 'comment' ? subject.comment : '';
  const entry: TimesheetEntry = {
    id,
    timestamp: `${date}T00:00:00`,
    hasClockTime: false,
    length,
    billableLength: null,
    workItemId,
    comment,
    activityTypeId: '',
  };
  const body: NewWorkLog = { id, timestamp: date, length, workItemId: workItemId ?? 0, comment };
  return { writes: [{ kind: 'add', body }], after: [...beside, entry] };
}

/** Changes the length of an entry, in seconds; what was billable as a whole stays so, and no more can be than there is. */
export function resized(entries: readonly TimesheetEntry[], id: string, length: number): CellChange {
  const before = entries.find((entry) => entry.id === id);
  if (!before) return { writes: [], after: entries };
  const billable = billableAfter(before, length);
  const body: WorkLogChange = {
    length,
    ...(billable !== before.billableLength && { billableLength: billable ?? 0 }),
  };
  const after = entries.map((entry) =>
    entry.id === id ? { ...entry, length, billableLength: billable } : entry,
  );
  return { writes: [{ kind: 'change', id, body }], after };
}

/** What takes a change of a cell back: what was added goes, what was removed comes again, lengths are as before. */
export function undoOf(before: readonly TimesheetEntry[], { writes }: CellChange): CellChange {
  const inverse = writes.map((write): WorklogWrite => {
    if (write.kind === 'add') return { kind: 'remove', id: write.body.id ?? '' };
    if (write.kind === 'remove') return { kind: 'restore', id: write.id };
    if (write.kind === 'restore') return { kind: 'remove', id: write.id };
    return { ...write, body: lengthsOf(before.find(({ id }) => id === write.id)) };
  });
  return { writes: inverse.toReversed(), after: before };
}

function lengthsOf(entry: TimesheetEntry | undefined): WorkLogChange {
  if (!entry) return {};
  const { length, billableLength } = entry;
  return { length, ...(billableLength !== null && { billableLength }) };
}
