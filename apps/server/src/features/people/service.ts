import { type BodyOf, type calls, type RoleName, roleIds } from '@stint/contract';
import { isRole, isTimeZone, ROLES } from '@stint/domain';
import { isUniqueViolation } from '@stint/postgres';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { notFound, Refusal, refusedValue } from '../../refusal.ts';
import {
  countAdministrators,
  findPerson,
  insertPerson,
  lockRoles,
  type PersonWithRole,
  setRole,
} from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;
type Assignment = BodyOf<typeof calls.setUserRoles>['users'][number];

export interface RoleResult {
  succeeded: number;
  failed: number;
  failedEntries: { entity: Assignment; error: { message: string } }[];
}

export interface People {
  /** Gives roles, each entry on its own: a bad one fails alone. */
  assignRoles(asking: Asking, assignments: readonly Assignment[]): Promise<RoleResult>;
  /** Makes a person known before the first visit. */
  add(asking: Asking, wish: BodyOf<typeof calls.addUser>): Promise<PersonWithRole>;
}

export function createPeople({ feed }: Pick<Dependencies, 'feed'>): People {
  return {
    async assignRoles(asking, assignments) {
      const result: RoleResult = { succeeded: 0, failed: 0, failedEntries: [] };
      await inTransaction(asking.db, async (db) => {
        await lockRoles(db, asking.organization.id);
        for (const entity of assignments) {
          try {
            await assignRole({ ...asking, db }, entity);
            result.succeeded += 1;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            result.failed += 1;
            result.failedEntries.push({ entity, error: { message: error.message } });
          }
        }
      });
      feed.tell(asking.organization.id);
      return result;
    },

    async add({ db, organization, source }, wish) {
      const timeZone = wish.timeZone || 'UTC';
      if (!isTimeZone(timeZone))
        throw refusedValue('timeZone', 'must be an IANA name such as Europe/Berlin.');
      const email = wish.email.trim();
      const role = wish.role ?? 'Team';
      const person: PersonWithRole = {
        id: uuid(),
        uniqueName: email,
        email,
        displayName: wish.name.trim(),
        azureDevOpsId: null,
        role,
      };
      try {
        await inTransaction(db, async (transaction) => {
          await insertPerson(transaction, organization.id, { ...person, timeZone });
          const entry = { action: 'create', entity: 'user', entityId: person.id, after: { email, role } };
          await audit(transaction, organization.id, source, entry);
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw refusedValue('email', `${email} is known already.`);
        throw error;
      }
      return person;
    },
  };
}

/** Decides before it writes, so that a Refusal leaves nothing of this entry behind. */
async function assignRole({ db, organization, source }: Asking, entry: Assignment): Promise<void> {
  const role = roleOf(entry.role);
  if (entry.id === undefined && entry.vstsId === undefined && !entry.email) {
    throw refusedValue('users', 'each entry needs an email, id or vstsId.');
  }
  const administrators = await administratorsIfNeeded(db, organization.id, role);
  const person = await findPerson(db, organization.id, entry, { lock: true });
  if (!person) throw notFound('user', entry.id ?? entry.vstsId ?? entry.email ?? '');
  if (person.role === role) return;
  if (person.role === 'Administrator' && administrators <= 1) {
    throw refusedValue(
      'role',
      `${person.displayName} is the last Administrator; make someone else one first.`,
    );
  }
  await setRole(db, organization.id, person.id, role);
  await audit(db, organization.id, source, {
    action: 'change',
    entity: 'role',
    entityId: person.id,
    before: { role: person.role },
    after: { role },
  });
}

async function administratorsIfNeeded(db: Db, organizationId: string, role: RoleName): Promise<number> {
  return role === 'Administrator' ? Number.POSITIVE_INFINITY : countAdministrators(db, organizationId);
}

function roleOf(given: Assignment['role']): RoleName {
  const byId = ROLES.find((role) => roleIds[role] === given?.id);
  const byName = ROLES.find((role) => role.toLowerCase() === given?.name?.trim().toLowerCase());
  const role = given?.id === undefined ? byName : byId;
  if (role !== undefined && isRole(role)) return role;
  throw refusedValue('role', `must have one of these names: ${ROLES.join(', ')}, or the id of one.`);
}
