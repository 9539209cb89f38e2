import type { GroupSource } from '@stint/contract';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Db, Source } from '../../http/asked.ts';
import { applyRoles, lockRoles, lostAdministrators, planRoles } from '../people/roles.ts';
import {
  changesBetween,
  type MembershipChanges,
  peopleOf,
  recordMemberships,
  writeMemberships,
} from './memberships.ts';
import { groupsOfSource } from './store.ts';
import { insertMemberships, knownPeople, type Membership, readMemberships } from './store-members.ts';

/** Brings memberships in line with who keeps them. Never takes the last administrator: that membership stays, on record. */
export interface GroupSync {
  /**
   * At a sign-in: the person is in those groups of the source openid that the provider names, and in no others of
   * that source.
   * @param claim values of the provider's claim
   */
  atSignIn(
    db: Db,
    organizationId: string,
    source: Source,
    personId: string,
    claim: readonly string[],
  ): Promise<void>;
  /** The groups of Azure DevOps that we know, by our id, with what Azure DevOps calls them. */
  azureDevOpsGroups(db: Db, organizationId: string): Promise<{ id: string; externalId: string }[]>;
  /** Each of these groups has exactly these people. @param members ids of people by our id of the group */
  setMembers(
    db: Db,
    organizationId: string,
    source: Source,
    members: ReadonlyMap<string, readonly string[]>,
  ): Promise<void>;
}

/** What a synchronization is about. */
interface Scope {
  organizationId: string;
  source: Source;
  kind: GroupSource;
  wanted: readonly Membership[];
  /** The memberships that may come and go. */
  readPresent: (db: Db) => Promise<Membership[]>;
}

export function createGroupSync({ feed, log }: Pick<Dependencies, 'feed' | 'log'>): GroupSync {
  /** Where nothing differs, no lock is taken: sign-ins and readings mostly change nothing. */
  async function sync(db: Db, scope: Scope): Promise<void> {
    const { organizationId, wanted, readPresent } = scope;
    if (peopleOf(changesBetween(await readPresent(db), wanted)).length === 0) return;
    const kept = await inTransaction(db, async (transaction) => {
      await lockRoles(transaction, organizationId);
      return change(transaction, scope, await changesNow(transaction, scope));
    });
    feed.tell(organizationId);
    for (const personId of kept) {
      log.warn(
        { organizationId, personId },
        'the last Administrator was taken out of a group, and keeps the role until there is another one',
      );
    }
  }

  return {
    async atSignIn(db, organizationId, source, personId, claim) {
      const known = await groupsOfSource(db, organizationId, 'openid');
      const named = new Set(claim);
      const wanted = known
        .filter(({ externalId }) => named.has(externalId))
        .map(({ id }): Membership => ({ groupId: id, personId }));
      const ids = known.map(({ id }) => id);
      const readPresent = (each: Db) => readMemberships(each, organizationId, ids, personId);
      await sync(db, { organizationId, source, kind: 'openid', wanted, readPresent });
    },

    azureDevOpsGroups: (db, organizationId) => groupsOfSource(db, organizationId, 'azureDevOps'),

    async setMembers(db, organizationId, source, members) {
      const ids = [...members.keys()];
      const wanted = ids.flatMap((groupId) =>
        (members.get(groupId) ?? []).map((personId): Membership => ({ groupId, personId })),
      );
      const readPresent = (each: Db) => readMemberships(each, organizationId, ids);
      await sync(db, { organizationId, source, kind: 'azureDevOps', wanted, readPresent });
    },
  };
}

/** What is to change, without groups and people that are gone meanwhile. */
async function changesNow(
  db: Db,
  { organizationId, kind, wanted, readPresent }: Scope,
): Promise<MembershipChanges> {
  const { added, removed } = changesBetween(await readPresent(db), wanted);
  const groups = new Set((await groupsOfSource(db, organizationId, kind)).map(({ id }) => id));
  const people = await knownPeople(db, organizationId, peopleOf({ added, removed: [] }));
  const stay = ({ groupId, personId }: Membership) => groups.has(groupId) && people.has(personId);
  return { added: added.filter(stay), removed };
}

/** Carries changes out, except those that would take the last administrators; answers these people, each told once. */
async function change(
  db: Db,
  { organizationId, source }: Scope,
  changes: MembershipChanges,
): Promise<string[]> {
  await writeMemberships(db, organizationId, changes);
  const plan = await planRoles(db, organizationId, peopleOf(changes));
  const kept = new Set((await lostAdministrators(db, organizationId, plan)).map(({ id }) => id));
  const staying = changes.removed.filter(({ personId }) => kept.has(personId));
  const removed = changes.removed.filter(({ personId }) => !kept.has(personId));
  await insertMemberships(db, organizationId, staying);
  await applyRoles(db, organizationId, source, await planRoles(db, organizationId, peopleOf(changes)));
  await recordMemberships(db, organizationId, source, { ...changes, removed });
  const told: string[] = [];
  for (const personId of kept) {
    if (await recordKept(db, organizationId, source, personId)) told.push(personId);
  }
  return told;
}

/** Writes that a person keeps the role, unless it is what was last written about their role. */
async function recordKept(
  db: Db,
  organizationId: string,
  source: Source,
  personId: string,
): Promise<boolean> {
  const last = await db
    .selectFrom('audit_log')
    .select('action')
    .where('organization_id', '=', organizationId)
    .where('entity', '=', 'role')
    .where('entity_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.action === 'keep') return false;
  const after = { role: 'Administrator', reason: 'last Administrator' };
  await audit(db, organizationId, source, { action: 'keep', entity: 'role', entityId: personId, after });
  return true;
}
