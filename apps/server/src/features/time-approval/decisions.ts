import type { WeekDecision, WeekDecisionResult, WeekReference } from '@stint/contract';
import type { WeekActType } from '@stint/domain';
import { inTransaction } from '../../database/transaction.ts';
import { notFound, Refusal, refusedValue } from '../../refusal.ts';
import { type Asking, findWeek, takeStep } from './act.ts';
import { isoOf } from './days.ts';
import { findMembers, type Member } from './members.ts';
import { checkMayDecide } from './policy.ts';
import { lockTimeOf } from './store.ts';
import { type Target, targetsOf } from './targets.ts';
import type { Week } from './week.ts';

/** What managers do with weeks. */
type ManagerAct = Exclude<WeekActType, 'submit' | 'revoke'>;

interface Decision {
  type: ManagerAct;
  /** Empty for none. */
  comment: string;
  people: ReadonlyMap<string, Member>;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Decides about weeks, each on its own: a refused one fails alone and is told in the result. When the body names one week
 * beside the comment instead of a list, its refusal is the answer. Refusals are EntityNotFound for weeks that the caller may
 * not know of, AccessDenied for those of others to decide about, ApprovalStateFailed when the state does not fit, and
 * DbValidationError when the week has changed since it was seen.
 */
export async function decideWeeks(
  asking: Asking,
  type: ManagerAct,
  body: WeekDecision,
  now: number,
): Promise<WeekDecisionResult> {
  const { comment = '', weeks, ...single } = body;
  if (weeks !== undefined && Object.keys(single).length > 0)
    throw refusedValue('weeks', 'goes without id, userId, weekStart and version beside it.');
  return inTransaction(asking.db, async (db) => {
    const own = { ...asking, db };
    const targets = await targetsOf(own, weeks ?? [single]);
    const people = await findMembers(
      db,
      asking.organization.id,
      targets.map(({ place }) => (place instanceof Refusal ? null : place.personId)),
    );
    await lockTimeOf(db, asking.organization.id, people.keys());
    const decision = { type, comment: comment.trim(), people, now };
    const failedEntries: WeekDecisionResult['failedEntries'] = [];
    for (const target of targets) {
      const refusal = await refusalOf(() => decideOne(own, target, decision));
      if (refusal !== null && weeks === undefined) throw refusal;
      if (refusal !== null) failedEntries.push(failed(target.entity, refusal));
    }
    return { succeeded: targets.length - failedEntries.length, failed: failedEntries.length, failedEntries };
  });
}

/** Refuses before it writes, so that a refusal leaves nothing of this week's decision behind. */
async function decideOne(asking: Asking, { entity, place }: Target, decision: Decision): Promise<void> {
  if (place instanceof Refusal) throw place;
  const { organization, principal } = asking;
  const { comment, people, type, now } = decision;
  const person = people.get(place.personId);
  if (person === undefined) throw notFound('user', place.personId);
  const found = await findWeek(asking.db, organization.id, person.id, place.start);
  checkMayDecide(principal, organization, { person, week: found.week, isNamedById: entity.id !== undefined });
  checkVersion(found.week, entity.version);
  const changes = { ...signature(type, principal.id, now), ...(comment !== '' && { comment }) };
  const act = type === 'reject' ? { type, comment } : { type };
  await takeStep(asking, found, { act, person, changes, now });
}

function checkVersion({ start, version }: Week, seen: number | undefined): void {
  if (seen === undefined || seen === version) return;
  throw refusedValue(
    'version',
    `the week of ${start} was changed since you saw it: you saw ${seen}, now it is ${version}; look at it again.`,
  );
}

/** Who approved and when, as far as an act says something about it. */
function signature(type: ManagerAct, managerId: string, now: number): Partial<Week> {
  if (type === 'approve') return { approvedById: managerId, approvedAt: isoOf(now) };
  return type === 'reopen' || type === 'reject' ? { approvedById: null, approvedAt: null } : {};
}

/** Runs a decision; its refusal, or null when all went well. */
async function refusalOf(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function failed(entity: WeekReference, { code: errorCode, message }: Refusal) {
  return { entity, error: { errorCode, message } };
}
