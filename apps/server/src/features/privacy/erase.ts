import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import type { Principal } from '../../identity/principals.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { checkAdministratorStays } from '../people/roles.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Tracking } from '../tracking/service.ts';
import { deleteTraces, type Erasable, lockPerson, neutralize } from './erase-store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

/** What is left of an erased person. */
export interface Erased {
  id: string;
  uniqueName: string;
  /** RFC 3339, UTC. */
  erased: string;
}

/**
 * Erases people (GDPR, article 17): the time stays, with its comments, which are the organization's records; the name
 * goes, with everything that belongs to the person. A running track is booked first, access to accounts with calendars is
 * given back. Doing it again changes nothing.
 */
export function createErasing(
  { feed }: Pick<Dependencies, 'feed'>,
  { tracking, calendars }: { tracking: Pick<Tracking, 'stop'>; calendars: Pick<Calendars, 'leave'> },
): { erase(asking: Asking, id: string, confirm: string): Promise<Erased> } {
  return {
    async erase(asking, id, confirm) {
      checkWanted(asking, id, confirm);
      const { db, organization, source } = asking;
      const { erased, giveBack } = await inTransaction(db, async (transaction) => {
        await checkAdministratorStays(transaction, organization.id, id);
        const person = await lockPerson(transaction, organization.id, id);
        if (!person) throw notFound('user', id);
        if (person.erasedAt !== null) {
          const { uniqueName, erasedAt } = person;
          return { erased: { id, uniqueName, erased: erasedAt }, giveBack: null };
        }
        await tracking.stop({ ...asking, db: transaction, principal: asThemselves(person, asking) }, 0);
        const giveAccessBack = await calendars.leave(transaction, {
          organizationId: organization.id,
          personId: id,
        });
        await deleteTraces(transaction, organization.id, person);
        const uniqueName = `erased-${id.slice(-12)}`;
        const at = await neutralize(transaction, organization.id, id, uniqueName);
        const entry = { action: 'erase', entity: 'user', entityId: id };
        await audit(transaction, organization.id, source, entry);
        return { erased: { id, uniqueName, erased: at }, giveBack: giveAccessBack };
      });
      feed.tell(organization.id);
      await giveBack?.();
      return erased;
    },
  };
}

function checkWanted({ principal }: Asking, id: string, confirm: string): void {
  if (confirm !== id) throw refusedValue('confirm', `must be the id of the person to erase, ${id}.`);
  if (id === principal.id) throw refusedValue('id', 'nobody erases themselves; ask another Administrator.');
}

/** Stopping a track is the person's own act; here an administrator does it for them. */
function asThemselves(person: Erasable, { organization, principal }: Asking): Principal {
  return {
    ...person,
    organizationId: organization.id,
    role: 'None',
    isApprovalManager: false,
    isGlobalApprovalManager: false,
    credential: principal.credential,
    sessionMethod: principal.sessionMethod,
  };
}
