import type { Instant } from '@stint/domain';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** An activity type as it is stored. */
export interface StoredType {
  id: string;
  name: string;
  color: string;
  position: number;
  isSystemDefault: boolean;
}

/**
 * The activity types of an organization in the order to show, [Not Set] included; nobody else changes them until the
 * transaction ends. Booking time goes on meanwhile.
 */
export async function lockTypes(db: Db, organizationId: string): Promise<StoredType[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`activity types ${organizationId}`}, 0))`.execute(
    db,
  );
  const rows = await db
    .selectFrom('activity_type')
    .select(['id', 'name', 'color', 'position', 'is_system_default'])
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map(({ is_system_default: isSystemDefault, ...row }) => ({ ...row, isSystemDefault }));
}

export async function insertType(
  db: Db,
  organizationId: string,
  type: Omit<StoredType, 'isSystemDefault'>,
): Promise<void> {
  await db
    .insertInto('activity_type')
    .values({ organization_id: organizationId, ...type })
    .execute();
}

export async function updateType(
  db: Db,
  organizationId: string,
  id: string,
  change: { name?: string; color?: string },
): Promise<void> {
  await only(db, organizationId, id)
    .set((set) => ({ ...change, version: set('version', '+', 1) }))
    .execute();
}

/** Sets the positions to the order of these ids. */
export async function writeOrder(db: Db, organizationId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update activity_type t set position = o.position - 1, version = t.version + 1
    from unnest(${ids}::uuid[]) with ordinality as o(id, position)
    where t.organization_id = ${organizationId} and t.id = o.id and t.position <> o.position - 1`.execute(db);
}

/** Makes one type the organization's default, and no other. */
export async function writeDefault(db: Db, organizationId: string, id: string): Promise<void> {
  await db
    .updateTable('activity_type')
    .set({ is_system_default: false })
    .where('organization_id', '=', organizationId)
    .where('is_system_default', '=', true)
    .where('id', '<>', id)
    .execute();
  await only(db, organizationId, id).set({ is_system_default: true }).execute();
}

/**
 * Waits until nobody is about to book time of this type, and lets nobody begin to: their foreign keys ask for the row.
 * What was written until then is seen by the next statement.
 */
export async function keepFromUse(db: Db, organizationId: string, id: string): Promise<void> {
  await db
    .selectFrom('activity_type')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export async function markDeleted(db: Db, organizationId: string, id: string, now: Instant): Promise<void> {
  await only(db, organizationId, id)
    .set((set) => ({ deleted_at: new Date(now).toISOString(), version: set('version', '+', 1) }))
    .execute();
}

/** How many worklogs have this type; deleted ones do not count. */
export async function countUses(db: Db, organizationId: string, id: string): Promise<number> {
  const { uses } = await db
    .selectFrom('work_log')
    .select(({ fn }) => fn.countAll<string>().as('uses'))
    .where('organization_id', '=', organizationId)
    .where('activity_type_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(uses);
}

function only(db: Db, organizationId: string, id: string) {
  return db.updateTable('activity_type').where('organization_id', '=', organizationId).where('id', '=', id);
}
