import type { BodyOf, calls } from '@stint/contract';
import { inTransaction } from '../../database/transaction.ts';
import { refusedValue } from '../../refusal.ts';
import { type Asking, findWeek, type Found, takeStep } from './act.ts';
import { readDay } from '../../http/days.ts';
import { isoOf } from './days.ts';
import { findMember, findMembers, isManager, type Member } from './members.ts';
import { lockTimeOf } from './store.ts';

/**
 * Submits the caller's week: nobody changes its time from then on. The manager is the one named, else the person's own, else
 * any global one. Throws ApprovalStateFailed or DbValidationError, naming the rule (product.md, Approvals).
 */
export async function submitWeek(
  asking: Asking,
  wish: BodyOf<typeof calls.submitTimeWeek>,
  now: number,
): Promise<true> {
  return onOwnWeek(asking, wish.weekStart, 'field', async (own, person, found) => {
    const assignedManagerId = await managerFor(own, person, wish.assignedManagerId);
    const changes = {
      assignedManagerId,
      submittedAt: isoOf(now),
      approvedAt: null,
      approvedById: null,
      comment: null,
    };
    await takeStep(own, found, { act: { type: 'submit' }, person, changes, now });
  });
}

/** Takes the submission of the caller's week back. Throws ApprovalStateFailed when it is not Submitted. */
export async function revokeWeek(asking: Asking, weekStart: string, now: number): Promise<true> {
  return onOwnWeek(asking, weekStart, 'option', async (own, person, found) => {
    await takeStep(own, found, { act: { type: 'revoke' }, person, changes: { submittedAt: null }, now });
  });
}

/** Reads a week of the caller under the lock of their time, and does something with it in the same transaction. */
async function onOwnWeek(
  asking: Asking,
  weekStart: string,
  place: 'field' | 'option',
  work: (own: Asking, person: Member, found: Found) => Promise<void>,
): Promise<true> {
  const { organization, principal } = asking;
  const start = readDay('weekStart', weekStart, principal.timeZone, place);
  return inTransaction<true>(asking.db, async (db) => {
    await lockTimeOf(db, organization.id, [principal.id]);
    const person = await findMember(db, organization.id, principal.id);
    if (person === null) throw new Error(`person ${principal.id} is gone`);
    await work({ ...asking, db }, person, await findWeek(db, organization.id, principal.id, start));
    return true;
  });
}

async function managerFor(
  { db, organization }: Asking,
  person: Member,
  assigned: string | undefined,
): Promise<string | null> {
  const id = assigned ?? person.approvalManagerId;
  const manager = (await findMembers(db, organization.id, [id])).get(id ?? '');
  if (manager !== undefined && isManager(manager)) return manager.id;
  if (assigned === undefined) return null;
  const what = manager === undefined ? 'is nobody here' : 'is no approval manager';
  throw refusedValue('assignedManagerId', `${assigned} ${what}; GET /timeApproval/managers lists them.`);
}
