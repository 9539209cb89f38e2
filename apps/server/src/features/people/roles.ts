import type { RoleName } from '@stint/contract';
import { effectiveRole, lastAdministratorProblem } from '@stint/domain';
import { audit } from '../../audit.ts';
import type { Db, Source } from '../../http/asked.ts';
import { type Refusal, refusedValue } from '../../refusal.ts';
import { countAdministrators, lockRoles, readRoles, type Roles, writeRoles } from './store-roles.ts';

export { lockRoles };

/** A person whose roles are about to change. */
export interface RoleChange {
  id: string;
  name: string;
  before: Roles;
  after: Roles;
}

/**
 * What the roles of these people come to: the highest of the own one and those of their groups, as they are in the
 * database now. Only those whom it changes. Call it under {@link lockRoles}.
 * @param own the role that all of them are given now; their own ones stay when it is missing
 */
export async function planRoles(
  db: Db,
  organizationId: string,
  personIds: readonly string[],
  own?: RoleName,
): Promise<RoleChange[]> {
  const people = await readRoles(db, organizationId, personIds);
  return people
    .map(({ id, name, own: ownBefore, role, ofGroups }) => {
      const ownAfter = own ?? ownBefore;
      const after = { own: ownAfter, role: effectiveRole(ownAfter, ofGroups) };
      return { id, name, before: { own: ownBefore, role }, after };
    })
    .filter(({ before, after }) => before.own !== after.own || before.role !== after.role);
}

/** Those of the changes that would together leave the organization without an administrator; none when one stays. */
export async function lostAdministrators(
  db: Db,
  organizationId: string,
  changes: readonly RoleChange[],
): Promise<RoleChange[]> {
  const was = changes.filter(({ before }) => before.role === 'Administrator');
  const is = changes.filter(({ after }) => after.role === 'Administrator');
  if (was.every((change) => is.includes(change))) return [];
  const otherAdministrators = (await countAdministrators(db, organizationId)) - was.length + is.length;
  return was.filter((change) => problemOf(change, otherAdministrators) !== null);
}

/** Stores planned roles with their audit rows, in the transaction of what changed them. */
export async function applyRoles(
  db: Db,
  organizationId: string,
  source: Source,
  changes: readonly RoleChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await writeRoles(db, organizationId, changes);
  for (const { id, before, after } of changes) {
    await audit(db, organizationId, source, {
      action: 'change',
      entity: 'role',
      entityId: id,
      before: recordOf(before),
      after: recordOf(after),
    });
  }
}

/**
 * Brings the roles of these people up to date with their groups. Call it after the change, in its transaction and
 * under {@link lockRoles}. DbValidationError when it would take the last administrator.
 */
export async function recomputeRoles(
  db: Db,
  organizationId: string,
  source: Source,
  personIds: readonly string[],
): Promise<void> {
  const changes = await planRoles(db, organizationId, personIds);
  const [lost] = await lostAdministrators(db, organizationId, changes);
  if (lost) throw lastAdministrator(lost);
  await applyRoles(db, organizationId, source, changes);
}

/**
 * DbValidationError when the person is the last administrator, for whoever is about to take one away. Holds off other
 * changes of roles until the transaction ends.
 */
export async function checkAdministratorStays(
  db: Db,
  organizationId: string,
  personId: string,
): Promise<void> {
  await lockRoles(db, organizationId);
  const [person] = await readRoles(db, organizationId, [personId]);
  if (!person) return;
  const none = { own: 'None', role: 'None' } as const;
  const [lost] = await lostAdministrators(db, organizationId, [{ ...person, before: person, after: none }]);
  if (lost) throw lastAdministrator(lost);
}

/** The refusal of one of the {@link lostAdministrators}. */
export function lastAdministrator(lost: RoleChange): Refusal {
  const problem = problemOf(lost, 0);
  return refusedValue('role', `${lost.name} stays Administrator, because ${problem?.message}`);
}

function problemOf({ before, after }: RoleChange, otherAdministrators: number) {
  return lastAdministratorProblem({ before: before.role, after: after.role, otherAdministrators });
}

/** The own role stands beside the one in force only where the groups make a difference. */
function recordOf({ own, role }: Roles): object {
  return own === role ? { role } : { role, ownRole: own };
}
