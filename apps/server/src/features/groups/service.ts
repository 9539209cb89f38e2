import type { GroupChange, NewGroup } from '@stint/contract';
import { isUniqueViolation } from '@stint/postgres';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { lockRoles, recomputeRoles } from '../people/roles.ts';
import { changesBetween, peopleOf, recordMemberships, writeMemberships } from './memberships.ts';
import { findGroup, type GroupRow, insertGroup, removeGroup, updateGroup } from './store.ts';
import { knownPeople, type Membership, readMemberships } from './store-members.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

/**
 * Groups that carry roles, as administrators change them. EntityNotFound for an unknown group, 412 when its version is
 * none of `expected`, DbValidationError for a change that would take the last administrator.
 */
export interface Groups {
  get(asking: Asking, id: string): Promise<GroupRow>;
  /** DbValidationError names the name or external id that is taken, missing or too much. */
  add(asking: Asking, wish: NewGroup): Promise<GroupRow>;
  change(asking: Asking, id: string, wish: GroupChange, expected: ExpectedVersions): Promise<GroupRow>;
  remove(asking: Asking, id: string, expected: ExpectedVersions): Promise<void>;
  /** Changes who is in the group; DbValidationError when another source than stint keeps it, or for unknown people. */
  changeMembers(
    asking: Asking,
    id: string,
    change: (present: readonly string[]) => readonly string[],
    expected: ExpectedVersions,
  ): Promise<GroupRow>;
}

export function createGroups({ feed }: Pick<Dependencies, 'feed'>): Groups {
  /** Runs a change of a group while nobody else changes roles. */
  async function changing<Result>(
    { db, organization }: Asking,
    id: string,
    expected: ExpectedVersions,
    work: (transaction: Db, group: GroupRow) => Promise<Result>,
  ): Promise<Result> {
    const result = await inTransaction(db, async (transaction) => {
      await lockRoles(transaction, organization.id);
      const group = await findGroup(transaction, organization.id, id);
      if (!group) throw notFound('group', id);
      checkVersion('group', group.version, expected);
      return work(transaction, group);
    });
    feed.tell(organization.id);
    return result;
  }

  return {
    async get({ db, organization }, id) {
      const group = await findGroup(db, organization.id, id);
      if (!group) throw notFound('group', id);
      return group;
    },

    async add({ db, organization, source }, wish) {
      const group = { id: uuid(), ...readWish(wish) };
      await refusingTaken(() =>
        inTransaction(db, async (transaction) => {
          await insertGroup(transaction, organization.id, group);
          const { id: entityId, ...after } = group;
          const entry = { action: 'create', entity: 'group', entityId, after };
          await audit(transaction, organization.id, source, entry);
        }),
      );
      return { ...group, memberCount: 0, version: 1 };
    },

    change: (asking, id, wish, expected) =>
      changing(asking, id, expected, async (db, before) => {
        const { organization, source } = asking;
        const after = { name: wish.name?.trim() ?? before.name, role: wish.role ?? before.role };
        if (after.name === before.name && after.role === before.role) return before;
        await refusingTaken(() => updateGroup(db, organization.id, id, after));
        if (after.role !== before.role) {
          const memberships = await readMemberships(db, organization.id, [id]);
          const people = memberships.map(({ personId }) => personId);
          await recomputeRoles(db, organization.id, source, people);
        }
        const entry = { action: 'change', entity: 'group', entityId: id, before: shortOf(before), after };
        await audit(db, organization.id, source, entry);
        return { ...before, ...after, version: before.version + 1 };
      }),

    remove: (asking, id, expected) =>
      changing(asking, id, expected, async (db, before) => {
        const { organization, source } = asking;
        const memberships = await readMemberships(db, organization.id, [id]);
        const people = memberships.map(({ personId }) => personId);
        await removeGroup(db, organization.id, id);
        await recomputeRoles(db, organization.id, source, people);
        const entry = { action: 'delete', entity: 'group', entityId: id, before: shortOf(before) };
        await audit(db, organization.id, source, entry);
      }),

    changeMembers: (asking, id, change, expected) =>
      changing(asking, id, expected, async (db, group) => {
        const { organization, source } = asking;
        if (group.source !== 'stint') throw keptElsewhere(group);
        const present = await readMemberships(db, organization.id, [id]);
        const wanted = change(present.map(({ personId }) => personId));
        const changes = changesBetween(
          present,
          wanted.map((personId): Membership => ({ groupId: id, personId })),
        );
        const touched = peopleOf(changes);
        if (touched.length === 0) return group;
        const known = await knownPeople(db, organization.id, touched);
        const unknown = changes.added.find(({ personId }) => !known.has(personId));
        if (unknown) throw refusedValue('id', `there is no user with the id ${unknown.personId}.`);
        await writeMemberships(db, organization.id, changes);
        await recomputeRoles(db, organization.id, source, touched);
        await recordMemberships(db, organization.id, source, changes);
        const memberCount = group.memberCount + changes.added.length - changes.removed.length;
        return { ...group, memberCount, version: group.version + 1 };
      }),
  };
}

function readWish({ name, source = 'stint', externalId, role = 'None' }: NewGroup) {
  if (source === 'stint' && externalId !== undefined)
    throw refusedValue('externalId', 'goes with the sources azureDevOps and openid only; leave it out.');
  const external = externalId?.trim() || null;
  if (source !== 'stint' && external === null)
    throw refusedValue('externalId', `must say which group of ${keepers[source]} this is.`);
  return { name: name.trim(), source, externalId: external, role };
}

const keepers = {
  stint: 'an administrator',
  azureDevOps: 'Azure DevOps',
  openid: 'the OpenID Connect provider',
} as const;

function keptElsewhere({ name, source }: GroupRow) {
  return refusedValue('source', `the members of ${name} are kept by ${keepers[source]}; change them there.`);
}

function shortOf({ name, role }: GroupRow) {
  return { name, role };
}

async function refusingTaken(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const isExternal = String((error as { constraint?: unknown }).constraint).endsWith('external');
    throw isExternal
      ? refusedValue('externalId', 'this group is here already.')
      : refusedValue('name', 'another group has this name.');
  }
}
