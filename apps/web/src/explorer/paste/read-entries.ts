import type { NewWorkLog } from '@stint/contract';
import { parseDuration, type WallDate } from '@stint/domain';
import type { Field, Mapping } from './fields.ts';
import { type DateOrder, readDate, readTime } from './read-cells.ts';

const DAY = 86_400;
/** When a day’s first entry begins that has no time of its own: 09:00. */
const MORNING = 9 * 3600;

/** What is wrong with a pasted row before the server sees it. */
export type RowFault =
  | 'noDate'
  | 'badDate'
  | 'badStart'
  | 'badEnd'
  | 'noLength'
  | 'badLength'
  | 'badWorkItem'
  | 'badActivityType';

/** One pasted row: the entry it stands for, or what is wrong with it and in which cell. */
export type PastedRow =
  | {
      readonly entry: NewWorkLog & { readonly timestamp: string; readonly length: number };
      readonly fault: null;
    }
  | { readonly entry: null; readonly fault: RowFault; readonly cell: string };

interface EntryContext {
  readonly order: DateOrder;
  readonly thisYear: number;
  /** Ids by names in lower case. */
  readonly activityTypes: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

class Bad extends Error {
  readonly fault: RowFault;
  readonly cell: string;
  constructor(fault: RowFault, cell: string) {
    super(fault);
    this.fault = fault;
    this.cell = cell;
  }
}

/**
 * Reads rows as entries. An entry without a start begins where the one before it on its day ends, the first one at 09:00; with start
 * and end its length is what lies between, also over midnight.
 */
export function readEntries(
  rows: readonly (readonly string[])[],
  mapping: Mapping,
  context: EntryContext,
): PastedRow[] {
  const ends = new Map<WallDate, number>();
  return rows.map((row) => {
    const cellOf = (field: Field) => {
      const index = mapping.indexOf(field);
      return index < 0 ? '' : (row[index] ?? '');
    };
    try {
      return { entry: entryOf(cellOf, context, ends), fault: null };
    } catch (error) {
      if (error instanceof Bad) return { entry: null, fault: error.fault, cell: error.cell };
      throw error;
    }
  });
}

function entryOf(cellOf: (field: Field) => string, context: EntryContext, ends: Map<WallDate, number>) {
  const written = cellOf('date');
  if (written === '') throw new Bad('noDate', '');
  const date = readDate(written, context);
  if (date === null) throw new Bad('badDate', written);
  // A date may carry the time at which the entry began.
  const given = timeOf(cellOf('start'), 'badStart') ?? readTime(written);
  const start = given ?? ends.get(date) ?? MORNING;
  const length = lengthOf(cellOf, given);
  ends.set(date, start + length);
  const workItemId = workItemOf(cellOf('workItem'));
  const activityTypeId = activityOf(cellOf('activityType'), context);
  const within = Math.min(start, DAY - 1);
  return {
    id: context.newId(),
    timestamp: `${date}T${clock(within)}`,
    length,
    comment: cellOf('comment'),
    ...(workItemId !== null && { workItemId }),
    ...(activityTypeId !== null && { activityTypeId }),
  };
}

function timeOf(cell: string, fault: RowFault): number | null {
  if (cell === '') return null;
  const time = readTime(cell);
  if (time === null) throw new Bad(fault, cell);
  return time;
}

function lengthOf(cellOf: (field: Field) => string, start: number | null): number {
  const [written, counted] = [cellOf('length'), cellOf('seconds')];
  if (counted !== '') {
    if (!/^\d{1,9}$/.test(counted)) throw new Bad('badLength', counted);
    return Number(counted);
  }
  if (written !== '') {
    const parsed = parseDuration(written);
    if (!parsed.ok || parsed.seconds === 0) throw new Bad('badLength', written);
    return parsed.seconds;
  }
  const end = timeOf(cellOf('end'), 'badEnd');
  if (end === null || start === null || end === start) throw new Bad('noLength', '');
  return end > start ? end - start : end + DAY - start;
}

function workItemOf(cell: string): number | null {
  if (cell === '') return null;
  const number = /^#?(\d{1,9})(?:\D.*)?$/s.exec(cell)?.[1];
  if (number === undefined || Number(number) === 0) throw new Bad('badWorkItem', cell);
  return Number(number);
}

function activityOf(cell: string, { activityTypes }: EntryContext): string | null {
  if (cell === '') return null;
  const id = activityTypes.get(cell.toLowerCase());
  if (id === undefined) throw new Bad('badActivityType', cell);
  return id;
}

function clock(time: number): string {
  return new Date(time * 1000).toISOString().slice(11, 19);
}
