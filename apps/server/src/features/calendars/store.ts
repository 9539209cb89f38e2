import type { CalendarSource } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

export interface Owner {
  organizationId: string;
  personId: string;
}

export type StoredSource = CalendarSource & { sealedUrl: Buffer };

const owned = (db: Db, { organizationId, personId }: Owner) =>
  db
    .selectFrom('calendar_source')
    .select(['id', 'name', 'color', 'is_enabled as isEnabled', 'kind', 'host', 'sealed_url as sealedUrl'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .$castTo<StoredSource>();

export function readSources(db: Db, owner: Owner): Promise<StoredSource[]> {
  return owned(db, owner).orderBy(sql`lower(name)`).orderBy('id').execute();
}

export async function findSource(db: Db, owner: Owner, id: string): Promise<StoredSource | null> {
  return (await owned(db, owner).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** Adds a calendar, or writes over the one with its id. */
export async function saveSource(
  db: Db,
  { organizationId, personId }: Owner,
  source: StoredSource,
): Promise<void> {
  const { id, name, color, isEnabled, kind, host, sealedUrl } = source;
  const values = { name, color, is_enabled: isEnabled, host, sealed_url: sealedUrl };
  await db
    .insertInto('calendar_source')
    .values({ organization_id: organizationId, person_id: personId, id, kind, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'person_id', 'id']).doUpdateSet(values))
    .execute();
}

export async function removeSource(
  db: Db,
  { organizationId, personId }: Owner,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('calendar_source')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
