import type { Timesheet, TimesheetEntry, TimesheetRow } from '@stint/contract';
import { addDays, daysBetween, daysInProgress, type WallDate } from '@stint/domain';
import { type AzureDevOpsLook, colourKey } from '../../identity/organizations.ts';
import { MOST_ROWS } from './sql.ts';
import type { ItemRow } from './store.ts';

/** What a timesheet is shown with: its range, the day it is, and the person's zone. */
export interface Frame {
  userId: string;
  from: WallDate;
  to: WallDate;
  today: WallDate;
  zone: string;
  look: AzureDevOpsLook;
  /** Whether the caller may know what is billable. */
  showsBillable: boolean;
}

/** Puts items and entries into rows: time without a work item first, then items by number. */
export function timesheetOf(frame: Frame, read: { items: ItemRow[]; entries: TimesheetEntry[] }): Timesheet {
  const found = frame.showsBillable ? read : { ...read, entries: read.entries.map(withoutBillable) };
  const { userId, from, to, today } = frame;
  const { items, isCut } = cut(found.items);
  const byItem = Map.groupBy(found.entries, ({ workItemId }) => workItemId);
  const withoutItem = byItem.get(null) ?? [];
  const rows = items.map((item) => rowOf(item, byItem.get(item.id) ?? [], frame));
  // Time on items that our copy does not know yet is time all the same.
  const known = new Set(found.items.map(({ id }) => id));
  const unknown = found.entries.filter(({ workItemId }) => workItemId !== null && !known.has(workItemId));
  return {
    userId,
    from,
    to,
    today,
    days: daysOf(frame, found.entries),
    length: lengthOf(found.entries),
    rows: [...rowsWithout([...withoutItem, ...unknown]), ...rows],
    isCut,
  };
}

function withoutBillable(entry: TimesheetEntry): TimesheetEntry {
  return { ...entry, billableLength: null };
}

/** Parents come beside the rows that may be shown. */
function cut(found: readonly ItemRow[]): { items: ItemRow[]; isCut: boolean } {
  const asked = found.filter(({ reason }) => reason !== 'parent');
  const withTime = asked.filter(({ reason }) => reason === 'time');
  const others = asked.filter(({ reason }) => reason === 'filter');
  const shown = new Set([...withTime, ...others].slice(0, MOST_ROWS));
  const items = found.filter((item) => item.reason === 'parent' || shown.has(item));
  return { items, isCut: asked.length > MOST_ROWS };
}

function rowOf(item: ItemRow, entries: readonly TimesheetEntry[], frame: Frame): TimesheetRow {
  const { id, title, type, teamProject, state, stateCategory, iterationPath, parentId, effort } = item;
  return {
    workItem: {
      id,
      title,
      type,
      color: frame.look.colours[colourKey(teamProject, type)] ?? '',
      teamProject,
      state,
      stateCategory,
      iterationPath,
      parentId,
      effort,
      isAssignedToUser: item.isAssigned,
    },
    reason: item.reason,
    length: lengthOf(entries),
    entries: [...entries],
    daysInProgress: item.isAssigned ? daysInProgress(item, frame) : [],
  };
}

function rowsWithout(entries: readonly TimesheetEntry[]): TimesheetRow[] {
  if (entries.length === 0) return [];
  const length = lengthOf(entries);
  return [{ workItem: null, reason: 'time', length, entries: [...entries], daysInProgress: [] }];
}

function daysOf({ from, to }: Frame, entries: readonly TimesheetEntry[]): Timesheet['days'] {
  const byDay = Map.groupBy(entries, ({ timestamp }) => timestamp.slice(0, 10));
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => {
    const date = addDays(from, index);
    return { date, length: lengthOf(byDay.get(date) ?? []) };
  });
}

function lengthOf(entries: readonly TimesheetEntry[]): number {
  return entries.reduce((sum, { length }) => sum + length, 0);
}
