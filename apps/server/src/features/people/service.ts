import { type BodyOf, type calls, type RoleName, roleIds } from '@stint/contract';
import { isRole, isTimeZone, ROLES } from '@stint/domain';
import { isUniqueViolation } from '@stint/postgres';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { notFound, Refusal, refusedValue } from '../../refusal.ts';
import { applyRoles, lastAdministrator, lockRoles, lostAdministrators, planRoles } from './roles.ts';
import { findPerson, insertPerson, type PersonWithRole, updatePerson } from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;
type Assignment = BodyOf<typeof calls.setUserRoles>['users'][number];

export interface RoleResult {
  succeeded: number;
  failed: number;
  failedEntries: { entity: Assignment; error: { message: string } }[];
}

export interface People {
  /** Gives people roles of their own, each entry on its own: a bad one fails alone. Groups may raise what comes of it. */
  assignRoles(asking: Asking, assignments: readonly Assignment[]): Promise<RoleResult>;
  /** Makes a person known before the first visit. */
  add(asking: Asking, wish: BodyOf<typeof calls.addUser>): Promise<PersonWithRole>;
  /** Changes who a person is. DbValidationError names the value that is taken or no time zone. */
  change(asking: Asking, id: string, wish: BodyOf<typeof calls.changeUser>): Promise<PersonWithRole>;
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
      const timeZone = readTimeZone(wish.timeZone || organization.settings.timeZone);
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
      await refusingTaken(email, () =>
        inTransaction(db, async (transaction) => {
          await insertPerson(transaction, organization.id, { ...person, timeZone });
          const entry = { action: 'create', entity: 'user', entityId: person.id, after: { role, timeZone } };
          await audit(transaction, organization.id, source, entry);
        }),
      );
      return person;
    },

    async change({ db, organization, source }, id, wish) {
      const timeZone = wish.timeZone === undefined ? undefined : readTimeZone(wish.timeZone);
      const email = wish.email?.trim();
      const displayName = wish.name?.trim();
      await refusingTaken(email, () =>
        inTransaction(db, async (transaction) => {
          const before = await findPerson(transaction, organization.id, { id }, { lock: true });
          if (!before) throw notFound('user', id);
          const change = {
            ...(email !== undefined && { email, ...(isNamedByEmail(before) && { uniqueName: email }) }),
            ...(displayName !== undefined && { displayName }),
            ...(timeZone !== undefined && { timeZone }),
          };
          const fields = Object.keys(wish).toSorted();
          if (fields.length === 0) return;
          await updatePerson(transaction, organization.id, id, change);
          const entry = { action: 'change', entity: 'user', entityId: id, after: { fields, timeZone } };
          await audit(transaction, organization.id, source, entry);
        }),
      );
      feed.tell(organization.id);
      const after = await findPerson(db, organization.id, { id });
      if (!after) throw notFound('user', id);
      return after;
    },
  };
}

/** Decides before it writes, so that a Refusal leaves nothing of this entry behind. */
async function assignRole({ db, organization, source }: Asking, entry: Assignment): Promise<void> {
  const role = roleOf(entry.role);
  if (entry.id === undefined && entry.vstsId === undefined && !entry.email) {
    throw refusedValue('users', 'each entry needs an email, id or vstsId.');
  }
  const person = await findPerson(db, organization.id, entry, { lock: true });
  if (!person) throw refusedValue('users', `nobody here has the ${namedBy(entry)}.`);
  const changes = await planRoles(db, organization.id, [person.id], role);
  const [lost] = await lostAdministrators(db, organization.id, changes);
  if (lost) throw lastAdministrator(lost);
  await applyRoles(db, organization.id, source, changes);
}

function namedBy({ id, vstsId, email }: Assignment): string {
  if (id !== undefined) return `id ${id}`;
  return vstsId === undefined ? `email ${email}` : `vstsId ${vstsId}`;
}

function roleOf(given: Assignment['role']): RoleName {
  const byId = ROLES.find((role) => roleIds[role] === given?.id);
  const byName = ROLES.find((role) => role.toLowerCase() === given?.name?.trim().toLowerCase());
  const role = given?.id === undefined ? byName : byId;
  if (role !== undefined && isRole(role)) return role;
  throw refusedValue('role', `must have one of these names: ${ROLES.join(', ')}, or the id of one.`);
}

function readTimeZone(name: string): string {
  if (isTimeZone(name)) return name;
  throw refusedValue('timeZone', 'must be an IANA name such as Europe/Berlin.');
}

/** Whether the unique name follows the e-mail: it does until Azure DevOps has said what it is. */
function isNamedByEmail({ uniqueName, email, azureDevOpsId }: PersonWithRole): boolean {
  return azureDevOpsId === null && uniqueName.toLowerCase() === email?.toLowerCase();
}

async function refusingTaken(email: string | undefined, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw refusedValue('email', `${email ?? 'it'} is known already.`);
    throw error;
  }
}
