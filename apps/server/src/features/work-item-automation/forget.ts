import type { Db } from '../../http/asked.ts';

/**
 * Forgets what was to be written, and was: for work items of another Azure DevOps, whose numbers mean other things. What is done
 * in projects of the same name goes on.
 */
export async function forgetWrites(db: Db, organizationId: string): Promise<void> {
  await db.deleteFrom('work_item_booking').where('organization_id', '=', organizationId).execute();
  await db.deleteFrom('work_item_write').where('organization_id', '=', organizationId).execute();
}
