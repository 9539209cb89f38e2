import type { ExplorerLayout } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** Whose layouts. */
export interface Owner {
  organizationId: string;
  personId: string;
}

const owned = (db: Db, { organizationId, personId }: Owner) =>
  db
    .selectFrom('explorer_layout')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId);

export function readLayouts(db: Db, owner: Owner): Promise<ExplorerLayout[]> {
  return owned(db, owner)
    .select(['id', 'name', 'is_default as isDefault', 'view'])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .$castTo<ExplorerLayout>()
    .execute();
}

/** Saves a layout; one that is the default ends every other one's being it. */
export async function saveLayout(db: Db, owner: Owner, layout: ExplorerLayout): Promise<void> {
  const { id, name, isDefault } = layout;
  const values = { name, is_default: isDefault, view: JSON.stringify(layout.view) };
  if (isDefault) {
    await db
      .updateTable('explorer_layout')
      .set({ is_default: false })
      .where('organization_id', '=', owner.organizationId)
      .where('person_id', '=', owner.personId)
      .where('id', '<>', id)
      .execute();
  }
  await db
    .insertInto('explorer_layout')
    .values({ organization_id: owner.organizationId, person_id: owner.personId, id, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'person_id', 'id']).doUpdateSet(values))
    .execute();
}

/** false when there was none. */
export async function removeLayout(db: Db, owner: Owner, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('explorer_layout')
    .where('organization_id', '=', owner.organizationId)
    .where('person_id', '=', owner.personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Makes other changes of the person's layouts wait until the transaction ends. */
export async function lockLayouts(db: Db, { organizationId, personId }: Owner): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`layouts ${organizationId} ${personId}`}, 0))`.execute(
    db,
  );
}
