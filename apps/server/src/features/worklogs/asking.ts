import type { Asked } from '../../http/asked.ts';
import { findPeople, type PersonWithZone } from '../../identity/find-person.ts';

/** Who asks for what, as far as worklogs need it. */
export type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

export type Owners = ReadonlyMap<string, PersonWithZone>;

/** The people with these ids, and the caller, who is known already. */
export async function ownersOf(asking: Asking, ids: Iterable<string | undefined>): Promise<Owners> {
  const { db, organization, principal } = asking;
  const others = [...new Set(ids)].filter((id) => id !== undefined && id !== principal.id) as string[];
  const owners = await findPeople(db, organization.id, others);
  return owners.set(principal.id, principal);
}
