import { type WallDate, type WeekAct, weekEnd } from '@stint/domain';
import { audit } from '../../audit.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { Refusal } from '../../refusal.ts';
import { todayIn } from '../../http/days.ts';
import type { Member } from './members.ts';
import { approvalRules, decided } from './rules.ts';
import { runningTrackDay, saveWeek, weeksWithin } from './store.ts';
import { type StoredWeek, untouchedWeek, type Week } from './week.ts';

/** Who asks, as far as approvals need it. */
export type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

/** A person's week with the stored ones around it. */
export interface Found {
  week: Week;
  neighbours: readonly StoredWeek[];
}

/** Reads a person's week; call it under the lock of the person to act on it. */
export async function findWeek(
  db: Db,
  organizationId: string,
  personId: string,
  start: WallDate,
): Promise<Found> {
  const neighbours = await weeksWithin(db, organizationId, personId, start, weekEnd(start));
  const week = neighbours.find((each) => each.start === start) ?? untouchedWeek(personId, start);
  return { week, neighbours };
}

/** An act with what it leaves on the week. */
export interface Step {
  act: WeekAct;
  /** Whose the week is. */
  person: Member;
  /** What changes beside the state and the lock. */
  changes: Partial<Week>;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Takes a week that was read under its person's lock through one act: the domain decides, then the week and its audit row are
 * written. Refused before anything is written.
 */
export async function takeStep(
  { db, organization, source }: Asking,
  { week, neighbours }: Found,
  { act, person, changes, now }: Step,
): Promise<void> {
  const decision = decided(week, act, {
    rules: approvalRules(organization.settings),
    today: todayIn(person.timeZone, now),
    trackDay: act.type === 'submit' ? await runningTrackDay(db, organization.id, person.id) : null,
    neighbours,
  });
  if (decision instanceof Refusal) throw decision;
  const saved = await saveWeek(db, organization.id, { ...week, ...decision, ...changes }, now);
  await audit(db, organization.id, source, {
    action: act.type,
    entity: 'week',
    entityId: saved.id,
    before: noted(week),
    after: noted(saved),
  });
}

/** What the audit log keeps of a week: no words, which may hold names. */
function noted({ personId, start, state, isLocked, assignedManagerId, version }: Week): object {
  return { personId, weekStart: start, state, isLocked, assignedManagerId, version };
}
