import type { BodyOf, calls, NewWorkLog } from '@stint/contract';
import {
  addDays,
  dayOf,
  daysBetween,
  startOfDay,
  type WallDate,
  type WallTime,
  type Weekday,
  weekStart,
} from '@stint/domain';
import type { Asked } from '../../http/asked.ts';
import { readDay } from '../../http/days.ts';
import type { WorkLogs } from '../worklogs/service.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;
type Lists = Pick<WorkLogs, 'list' | 'addMany'>;
type Entry = Awaited<ReturnType<Lists['list']>>[number]['entry'];

/** One more than a batch takes, so that too many are refused rather than left out. */
const MOST_ENTRIES = 501;

/**
 * Books the caller's entries of one week again in another one, at the same wall times of the same weekdays, all or none under the
 * rules of today; the refusal names every bad index (413 above 500 entries). Answers the new ids, oldest day first.
 */
export async function copyWeek(
  asking: Asking,
  { weekStart: wanted, fromWeekStart }: BodyOf<typeof calls.copyTimesheetWeek>,
  validateOnly: boolean,
  workLogs: Lists,
): Promise<{ added: number; ids: string[] }> {
  const { timeZone } = asking.principal;
  const firstDay = asking.organization.settings.firstDayOfWeek as Weekday;
  const to = weekStart(readDay('weekStart', wanted, timeZone, 'field'), firstDay);
  const from =
    fromWeekStart === undefined
      ? addDays(to, -7)
      : weekStart(readDay('fromWeekStart', fromWeekStart, timeZone, 'field'), firstDay);
  const entries = await entriesOf(asking, from, workLogs);
  const days = daysBetween(from, to);
  const batch = entries.map((entry) => wishOf(entry, days, asking));
  const added = await workLogs.addMany(asking, batch, validateOnly);
  return { added: added.length, ids: added.map(({ entry }) => entry.id) };
}

async function entriesOf(asking: Asking, from: WallDate, workLogs: Lists): Promise<Entry[]> {
  const shown = await workLogs.list(asking, {
    personIds: [asking.principal.id],
    // Both bounds are exclusive, and entries have no finer times than milliseconds.
    after: `${addDays(from, -1)}T23:59:59.999`,
    before: startOfDay(addDays(from, 7)),
    skip: 0,
    count: MOST_ENTRIES,
  });
  return shown.map(({ entry }) => entry).toReversed();
}

function wishOf(entry: Entry, days: number, { organization }: Asking): NewWorkLog {
  const isKnownType = organization.activityTypes.some(({ id }) => id === entry.activityTypeId);
  return {
    timestamp: entry.hasClockTime
      ? movedTime(entry.localStartedAt, days)
      : movedDay(entry.localStartedAt, days),
    length: entry.seconds,
    workItemId: entry.workItemId ?? 0,
    comment: entry.comment,
    ...(entry.billableSeconds !== null && { billableLength: entry.billableSeconds }),
    ...(isKnownType && { activityTypeId: entry.activityTypeId }),
  };
}

function movedDay(time: WallTime, days: number): WallDate {
  return addDays(dayOf(time), days);
}

function movedTime(time: WallTime, days: number): string {
  return `${movedDay(time, days)}${time.slice(10)}`;
}
