import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import type { Asking } from './act.ts';
import { findMember, isManager, type Member, saveMember } from './members.ts';

/** Makes a person an approval manager, a global one, both or none. Throws EntityNotFound. */
export async function setManager(
  asking: Asking,
  personId: string,
  kinds: Pick<Member, 'isApprovalManager' | 'isGlobalApprovalManager'>,
): Promise<Member> {
  return change(asking, personId, (person) => ({ ...person, ...kinds }));
}

/**
 * Sets who is asked to approve a person's weeks unless a submission names somebody; null: whoever is global manager. Throws
 * EntityNotFound for an unknown person, DbValidationError unless the other is an approval manager.
 */
export async function setManagerOf(
  asking: Asking,
  personId: string,
  managerId: string | null,
): Promise<Member> {
  return change(asking, personId, async (person, own) => {
    if (managerId !== null) await checkManager(own, personId, managerId);
    return { ...person, approvalManagerId: managerId };
  });
}

async function checkManager(
  { db, organization }: Asking,
  personId: string,
  managerId: string,
): Promise<void> {
  const manager = await findMember(db, organization.id, managerId);
  if (manager === null || !isManager(manager)) {
    throw refusedValue(
      'approvalManagerId',
      `${managerId} is no approval manager; GET /timeApproval/managers lists them.`,
    );
  }
  if (managerId === personId)
    throw refusedValue(
      'approvalManagerId',
      'must be somebody else: nobody is asked to approve the own weeks.',
    );
}

async function change(
  asking: Asking,
  personId: string,
  wish: (person: Member, own: Asking) => Member | Promise<Member>,
): Promise<Member> {
  const { organization, source } = asking;
  return inTransaction(asking.db, async (db) => {
    const before = await findMember(db, organization.id, personId);
    if (before === null) throw notFound('user', personId);
    const after = await wish(before, { ...asking, db });
    await saveMember(db, organization.id, after);
    await audit(db, organization.id, source, {
      action: 'change',
      entity: 'approvalPerson',
      entityId: personId,
      before: noted(before),
      after: noted(after),
    });
    return after;
  });
}

function noted({
  id: personId,
  isApprovalManager,
  isGlobalApprovalManager,
  approvalManagerId,
}: Member): object {
  return { personId, isApprovalManager, isGlobalApprovalManager, approvalManagerId };
}
