import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { makeOrganization } from '../../identity/make-organization.ts';
import { ASSIGNMENTS, BUDGETS, ITERATIONS, PEOPLE, WORK_ITEM_TYPES, WORK_ITEMS, WORKLOGS } from './sql.ts';

export interface LargeOptions {
  /** Default 200. */
  people?: number;
  /** Default 50,000. */
  workItems?: number;
  /** Budgets of epics with all below them. Default 50. */
  budgets?: number;
  /** Default 1,000,000; each person gets the same number. */
  worklogs?: number;
  /** Takes one line now and then. */
  tell?: (line: string) => void;
}

/** Rows that one statement makes; far within the statement timeout, also on slow machines. */
const WORK_ITEMS_AT_ONCE = 5_000;
const PEOPLE_AT_ONCE = 5;

/**
 * Makes the organization "large", for measurements; null when it exists. Everyone works in Berlin, six or seven times
 * a working day back from last Friday, on items of which some have budgets; `person-1@large.local` is its administrator. All or nothing.
 * @param system must see every organization
 */
export async function makeLarge(
  system: Kysely<Tables>,
  options: LargeOptions = {},
): Promise<{ organizationId: string } | null> {
  return system.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('stint large', 0))`.execute(db);
    const found = await db
      .selectFrom('organization')
      .select('id')
      .where('slug', '=', 'large')
      .executeTakeFirst();
    return found === undefined ? { organizationId: await fill(db, options) } : null;
  });
}

async function fill(db: Kysely<Tables>, options: LargeOptions): Promise<string> {
  const { people = 200, workItems = 50_000, budgets = 50, worklogs = 1_000_000 } = options;
  const { tell = () => undefined } = options;
  const organizationId = await makeOrganization(db, { name: 'Large', slug: 'large', isDefault: false });
  const run = (text: string, ...parameters: unknown[]) =>
    db.executeQuery(CompiledQuery.raw(text, [organizationId, ...parameters]));

  await run(PEOPLE, people);
  tell(`${people} people`);
  await run(WORK_ITEM_TYPES);
  await run(ITERATIONS);
  for (let from = 1; from <= workItems; from += WORK_ITEMS_AT_ONCE) {
    const to = Math.min(from + WORK_ITEMS_AT_ONCE - 1, workItems);
    await run(WORK_ITEMS, from, to, people);
    tell(`${to} of ${workItems} work items`);
  }
  await run(BUDGETS, budgets);
  await run(ASSIGNMENTS);
  await run('select resolve_work_item_budgets($1::uuid, null)');
  const each = Math.ceil(worklogs / people);
  for (let from = 1; from <= people; from += PEOPLE_AT_ONCE) {
    const to = Math.min(from + PEOPLE_AT_ONCE - 1, people);
    await run(WORKLOGS, from, to, each, workItems);
    tell(`${to * each} of ${each * people} worklogs`);
  }
  return organizationId;
}
