import type { Timesheet, TimesheetEntry, TimesheetRow } from '@stint/contract';
import { addDays, daysBetween, type WallDate } from '@stint/domain';
import type { LabelledWorkItem } from '@stint/ui';
import type { AddedRow } from './added-rows.ts';

/** What time in a row is booked on: a work item, or nothing but a comment. */
export type RowSubject =
  | { readonly kind: 'item'; readonly workItem: LabelledWorkItem }
  | { readonly kind: 'comment'; readonly comment: string };

/** A row into which one types. */
export interface SheetRow {
  readonly kind: 'row';
  /** Names the row among all, also after a reload. */
  readonly key: string;
  readonly subject: RowSubject;
  readonly isNested: boolean;
  /** Entries by day, oldest first. */
  readonly cells: ReadonlyMap<WallDate, readonly TimesheetEntry[]>;
  /** Days on which the item was the person’s and in progress. */
  readonly tinted: ReadonlySet<WallDate>;
}

/** A cell of a row that is shown. */
export interface SheetCell {
  readonly row: SheetRow;
  readonly date: WallDate;
}

/** The line above the rows of one parent. */
export interface SheetGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly workItem: LabelledWorkItem;
  /** The keys of the rows that it adds up. */
  readonly rowKeys: readonly string[];
}

export type SheetLine = SheetRow | SheetGroup;

/** All days of a range; both ends belong to it. */
export function daysOf(from: WallDate, to: WallDate): WallDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

/**
 * The lines of a timesheet in order: items in groups, then items without one, then time without a work item, a row for each comment. An
 * item’s group is the feature above it, else the topmost item above it; an item that others are grouped under stands among them. `added`
 * are rows that the person wants beside those of the server.
 */
export function linesOf({ rows }: Pick<Timesheet, 'rows'>, added: readonly AddedRow[]): SheetLine[] {
  const items = rows.filter((row) => row.workItem !== null);
  const typed = items.filter(({ reason }) => reason !== 'parent');
  const grouped = groupsOf(typed, items);
  const groups = [...grouped.keys()].filter((id) => id !== null).sort((a, b) => a - b);
  const rowsOf = (id: number | null) => (grouped.get(id) ?? []).map((row) => itemRow(row, id !== null));
  return [
    ...groups.flatMap((id) => {
      const nested = rowsOf(id);
      const workItem = items.find((row) => row.workItem?.id === id)?.workItem;
      if (!workItem) return nested;
      return [
        { kind: 'group', key: `g${id}`, workItem, rowKeys: nested.map(({ key }) => key) } as const,
        ...nested,
      ];
    }),
    ...rowsOf(null),
    ...addedItems(added, new Set(typed.map(({ workItem }) => workItem?.id ?? 0))),
    ...commentRows(rows, added),
  ];
}

const GROUPING_TYPE = 'Feature';

/** Items by the id of their group, null for none. */
function groupsOf(
  typed: readonly TimesheetRow[],
  items: readonly TimesheetRow[],
): Map<number | null, TimesheetRow[]> {
  const byId = new Map(items.flatMap(({ workItem }) => (workItem ? [[workItem.id, workItem] as const] : [])));
  const above = (row: TimesheetRow): number | null => {
    const chain: { id: number; type: string }[] = [];
    let next = byId.get(row.workItem?.parentId ?? 0);
    // Our copy may be of different times, so that a circle is thinkable.
    while (next && !chain.includes(next)) {
      chain.push(next);
      next = byId.get(next.parentId ?? 0);
    }
    return (chain.find(({ type }) => type === GROUPING_TYPE) ?? chain.at(-1))?.id ?? null;
  };
  const groups = new Set(typed.map(above));
  return Map.groupBy(typed, (row) => {
    const id = row.workItem?.id ?? 0;
    return groups.has(id) ? id : above(row);
  });
}

function itemRow({ workItem, entries, daysInProgress }: TimesheetRow, isNested: boolean): SheetRow {
  const { id, title, color } = workItem ?? { id: 0, title: '', color: '' };
  return {
    kind: 'row',
    key: itemKey(id),
    subject: { kind: 'item', workItem: { id, title, color } },
    isNested,
    cells: byDay(entries),
    tinted: new Set(daysInProgress as WallDate[]),
  };
}

function addedItems(added: readonly AddedRow[], known: ReadonlySet<number>): SheetRow[] {
  return added.flatMap((row) =>
    row.workItem && !known.has(row.workItem.id)
      ? [emptyRow(itemKey(row.workItem.id), { kind: 'item', workItem: row.workItem })]
      : [],
  );
}

/** Time without a work item by its comment; of an item that nobody knows, by its number. */
function commentRows(rows: readonly TimesheetRow[], added: readonly AddedRow[]): SheetRow[] {
  const entries = rows.flatMap((row) => (row.workItem === null ? row.entries : []));
  const made = new Map<string, SheetRow>();
  for (const [key, some] of Map.groupBy(entries, subjectKey)) {
    const first = some[0];
    if (!first) continue;
    const subject: RowSubject =
      first.workItemId === null
        ? { kind: 'comment', comment: first.comment }
        : { kind: 'item', workItem: { id: first.workItemId, title: '', color: '' } };
    made.set(key, { ...emptyRow(key, subject), cells: byDay(some) });
  }
  for (const { comment } of added) {
    if (comment === null || made.has(commentKey(comment))) continue;
    made.set(commentKey(comment), emptyRow(commentKey(comment), { kind: 'comment', comment }));
  }
  return [...made.values()];
}

function subjectKey({ workItemId, comment }: TimesheetEntry): string {
  return workItemId === null ? commentKey(comment) : itemKey(workItemId);
}

function emptyRow(key: string, subject: RowSubject): SheetRow {
  return { kind: 'row', key, subject, isNested: false, cells: new Map(), tinted: new Set() };
}

function byDay(entries: readonly TimesheetEntry[]): SheetRow['cells'] {
  return Map.groupBy(entries, ({ timestamp }) => timestamp.slice(0, 10) as WallDate);
}

export function itemKey(id: number): string {
  return `i${id}`;
}

export function commentKey(comment: string): string {
  return `c${comment}`;
}
