import { dayOf, type Instant, instant, toWallTime } from '@stint/domain';
import type { Database } from '@stint/postgres';
import type { Transaction } from 'kysely';
import { audit } from '../audit.ts';
import type { Tables } from '../database/tables.ts';
import { oneAtATime } from '../features/bootstrap/one-at-a-time.ts';
import { saveIterations } from '../features/connection/iterations.ts';
import { saveItems } from '../features/connection/save-items.ts';
import { categoriesOf, saveTypes } from '../features/connection/work-item-types.ts';
import { rowOf } from '../features/worklogs/rows.ts';
import { makeOrganization } from '../identity/make-organization.ts';
import { approvalRows } from './approvals.ts';
import { addDemoBudgets } from './budgets.ts';
import { demoIds } from './ids.ts';
import { insertRows } from './insert-rows.ts';
import { demoMembers, personRows } from './people.ts';
import { demoWorkItems } from './work-items.ts';
import { demoWorklogs } from './worklogs.ts';

export interface DemoOptions {
  /** `STINT_DEMO_SEED`. */
  seed: number;
  /** Epoch milliseconds; the year of worklogs ends now. */
  now: number;
}

const YEAR_MS = 366 * 86_400_000;

/**
 * Makes the demo organization in a database that has no organization; null when it has one. Several processes may start
 * at once.
 *
 * All content, ids included, is derived from the seed. The calendar is not: the year ends on the UTC day of `now`, so
 * that today's pages are not empty. Two demos of one seed made on the same day differ in nothing but the worklogs that
 * `now` leaves out; made on different days, they agree in the days they share.
 */
export async function makeDemo(
  database: Database<Tables>,
  { seed, now }: DemoOptions,
): Promise<{ organizationId: string } | null> {
  return oneAtATime(database, async (transaction) => {
    const found = await transaction.selectFrom('organization').select('id').limit(1).executeTakeFirst();
    return found === undefined ? { organizationId: await fill(transaction, seed, instant(now)) } : null;
  });
}

async function fill(transaction: Transaction<Tables>, seed: number, now: Instant): Promise<string> {
  const ids = demoIds(seed);
  const today = dayOf(toWallTime(now, 'UTC'));
  const organizationId = await makeOrganization(
    transaction,
    { name: 'Demo', slug: 'demo', isDefault: true },
    (name) => ids.of(name),
  );
  const members = demoMembers(ids);
  await insertRows(
    transaction,
    'person',
    personRows(members, organizationId, new Date(now - YEAR_MS).toISOString()),
  );
  const { types, iterations, workItems } = demoWorkItems(seed, today);
  await saveTypes(transaction, organizationId, types);
  await saveIterations(transaction, organizationId, iterations);
  await saveItems(transaction, organizationId, workItems, categoriesOf(types));
  const activityTypes = await activityTypesOf(transaction, organizationId);
  const worklogs = demoWorklogs({ seed, ids, now, today, members, workItems, activityTypes });
  const rows = worklogs.map((entry) => ({ organization_id: organizationId, ...rowOf(entry) }));
  await insertRows(transaction, 'work_log', rows);
  const createdAt = new Date(now - YEAR_MS).toISOString();
  await addDemoBudgets(transaction, organizationId, { ids, today, createdAt, workItems, worklogs });
  await insertRows(transaction, 'time_week', approvalRows({ seed, ids, today, members }, organizationId));
  await audit(
    transaction,
    organizationId,
    { personId: null, via: 'job', address: null },
    {
      action: 'create',
      entity: 'organization',
      entityId: organizationId,
      after: { name: 'Demo', seed, workItems: workItems.length, worklogs: rows.length },
    },
  );
  return organizationId;
}

async function activityTypesOf(
  transaction: Transaction<Tables>,
  organizationId: string,
): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom('activity_type')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}
