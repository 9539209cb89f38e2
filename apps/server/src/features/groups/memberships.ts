import { audit } from '../../audit.ts';
import type { Db, Source } from '../../http/asked.ts';
import { updateGroup } from './store.ts';
import { deleteMemberships, insertMemberships, type Membership } from './store-members.ts';

/** Memberships that come and go together. */
export interface MembershipChanges {
  added: readonly Membership[];
  removed: readonly Membership[];
}

const keyOf = ({ groupId, personId }: Membership) => `${groupId} ${personId}`;

/** What leads from the memberships that are to the ones that are wanted. */
export function changesBetween(
  present: readonly Membership[],
  wanted: readonly Membership[],
): MembershipChanges {
  const is = new Set(present.map(keyOf));
  const shall = new Map(wanted.map((each) => [keyOf(each), each]));
  return {
    added: [...shall.values()].filter((each) => !is.has(keyOf(each))),
    removed: present.filter((each) => !shall.has(keyOf(each))),
  };
}

/** The people whose roles the changes may change, each once. */
export function peopleOf({ added, removed }: MembershipChanges): string[] {
  return [...new Set([...added, ...removed].map(({ personId }) => personId))];
}

/** Stores changes of memberships; the groups get new versions. The roles of the people are the caller's to bring up to date. */
export async function writeMemberships(
  db: Db,
  organizationId: string,
  { added, removed }: MembershipChanges,
): Promise<void> {
  await insertMemberships(db, organizationId, added);
  await deleteMemberships(db, organizationId, removed);
}

/** Writes one audit row for each group that has changed, and gives it a new version. */
export async function recordMemberships(
  db: Db,
  organizationId: string,
  source: Source,
  { added, removed }: MembershipChanges,
): Promise<void> {
  const groupIds = new Set([...added, ...removed].map(({ groupId }) => groupId));
  for (const entityId of [...groupIds].toSorted()) {
    const of = (memberships: readonly Membership[]) =>
      memberships.filter(({ groupId }) => groupId === entityId).map(({ personId }) => personId);
    const after = { added: of(added), removed: of(removed) };
    await updateGroup(db, organizationId, entityId);
    await audit(db, organizationId, source, { action: 'change', entity: 'groupMembers', entityId, after });
  }
}
