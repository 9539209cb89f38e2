import { type Seconds, seconds } from '@stint/domain';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { Automation } from './store.ts';

/** Everything booked on a work item, by everybody, without what was deleted. */
export async function readBooked(system: Db, organizationId: string, workItemId: number): Promise<Seconds> {
  const row = await system
    .selectFrom('work_log')
    .select(sql<number>`coalesce(sum(seconds), 0)::double precision`.as('booked'))
    .where('organization_id', '=', organizationId)
    .where('work_item_id', '=', workItemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return seconds(row.booked);
}

/** What is done in the projects of an organization, by project. */
export async function readAutomations(
  system: Db,
  organizationId: string,
): Promise<ReadonlyMap<string, Pick<Automation, 'reducesRemaining' | 'setsCompleted'>>> {
  const rows = await system
    .selectFrom('work_item_automation')
    .select(['project', 'reduces_remaining as reducesRemaining', 'sets_completed as setsCompleted'])
    .where('organization_id', '=', organizationId)
    .execute();
  return new Map(rows.map(({ project, ...automation }) => [project, automation]));
}
