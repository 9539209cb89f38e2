import type { WeekReference } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { notFound, Refusal, refusedValue } from '../../refusal.ts';
import type { Asking } from './act.ts';
import { readDay } from '../../http/days.ts';
import { findWeeks } from './store.ts';
import type { StoredWeek } from './week.ts';

/** Where a reference leads, or why nowhere; the week itself is read later, under its person's lock. */
export interface Target {
  entity: WeekReference;
  place: { personId: string; start: WallDate } | Refusal;
}

/** Finds whose weeks a decision is about. */
export async function targetsOf(
  { db, organization, principal }: Asking,
  entities: readonly WeekReference[],
): Promise<Target[]> {
  const ids = entities.map(({ id }) => id).filter((id) => id !== undefined);
  const weeks = await findWeeks(db, organization.id, ids);
  return entities.map((entity) => ({ entity, place: placeOf(entity, weeks, principal.timeZone) }));
}

function placeOf(
  { id, userId, weekStart }: WeekReference,
  weeks: ReadonlyMap<string, StoredWeek>,
  timeZone: string,
): Target['place'] {
  if (id !== undefined) return weeks.get(id) ?? notFound('week', id);
  if (userId === undefined || weekStart === undefined)
    return refusedValue('weeks', 'each week needs an id, or a userId and a weekStart.');
  try {
    return { personId: userId, start: readDay('weekStart', weekStart, timeZone, 'field') };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
