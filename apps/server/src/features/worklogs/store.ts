import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { Person } from '../../identity/principals.ts';
import type { Entry } from './entry.ts';
import { entryOf } from './rows.ts';

/** An entry with the people and the activity type that its answer shows. */
export interface ShownEntry {
  entry: Entry;
  user: Person;
  addedByUser: Person;
  editedByUser: Person;
  activityType: { id: string; name: string; color: string };
}

export interface Filter {
  /** Whose; null means everyone's. */
  personIds: readonly string[] | null;
  /** Only those of these ids. */
  ids?: readonly string[] | undefined;
  /** Wall times, both exclusive. */
  after?: string | undefined;
  before?: string | undefined;
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
  workItemIds?: readonly number[] | undefined;
  /** Those that are deleted in place of those that are not. */
  areDeleted?: boolean | undefined;
  skip: number;
  count: number;
}

/** Finds one entry, deleted or not. */
export async function findEntry(db: Db, organizationId: string, id: string): Promise<ShownEntry | null> {
  const one = entries(db, organizationId).where('id', '=', id);
  const row = await shown(db, organizationId, one).executeTakeFirst();
  return row ? shownOf(row) : null;
}

/** Lists entries, newest first, then by id. */
export async function listEntries(db: Db, organizationId: string, filter: Filter): Promise<ShownEntry[]> {
  const { personIds, ids, after, before, createdAfter, createdBefore, workItemIds } = filter;
  let query = entries(db, organizationId).where('deleted_at', filter.areDeleted ? 'is not' : 'is', null);
  if (personIds !== null) query = query.where('person_id', '=', sql<string>`any(${personIds}::uuid[])`);
  if (ids !== undefined) query = query.where('id', '=', sql<string>`any(${ids}::uuid[])`);
  if (after !== undefined) query = query.where('local_started_at', '>', after);
  if (before !== undefined) query = query.where('local_started_at', '<', before);
  if (createdAfter !== undefined) query = query.where('local_created_at', '>', createdAfter);
  if (createdBefore !== undefined) query = query.where('local_created_at', '<', createdBefore);
  if (workItemIds !== undefined)
    query = query.where('work_item_id', '=', sql<number>`any(${workItemIds}::integer[])`);
  const page = query
    .orderBy('local_started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.count)
    .offset(filter.skip);
  const rows = await shown(db, organizationId, page)
    .orderBy('w.local_started_at', 'desc')
    .orderBy('w.id', 'desc')
    .execute();
  return rows.map(shownOf);
}

type Entries = ReturnType<typeof entries>;
type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

function entries(db: Db, organizationId: string) {
  return db.selectFrom('work_log').selectAll().where('organization_id', '=', organizationId);
}

/**
 * Entries with the names that they show. Each name is looked up by its key: of plain joins the planner makes the product
 * of all people three times while it does not know yet how many there are.
 */
function shown(db: Db, organizationId: string, page: Entries) {
  const personOf = (column: string) =>
    db
      .selectFrom('person')
      .select(['id', 'unique_name', 'email', 'display_name', 'azure_devops_id'])
      .where(fromKey(organizationId, column))
      .orderBy('organization_id')
      .orderBy('id')
      .limit(1);
  const type = db
    .selectFrom('activity_type')
    .select(['id', 'name', 'color'])
    .where(fromKey(organizationId, 'w.activity_type_id'))
    .orderBy('organization_id')
    .orderBy('id')
    .limit(1);
  return db
    .selectFrom(page.as('w'))
    .innerJoinLateral(personOf('w.person_id').as('p'), (join) => join.onRef('p.id', '=', 'w.person_id'))
    .innerJoinLateral(personOf('w.added_by').as('a'), (join) => join.onRef('a.id', '=', 'w.added_by'))
    .innerJoinLateral(personOf('w.edited_by').as('e'), (join) => join.onRef('e.id', '=', 'w.edited_by'))
    .innerJoinLateral(type.as('t'), (join) => join.onRef('t.id', '=', 'w.activity_type_id'))
    .selectAll('w')
    .select(['t.name as type_name', 't.color as type_color'])
    .select([...personColumns('p'), ...personColumns('a'), ...personColumns('e')]);
}

/**
 * Rows from a primary key on, whose first one is that of the key. Only the index of the key has this order; an equality
 * would leave the planner all indexes that begin with the organization, and it takes any while it has no statistics.
 */
function fromKey(organizationId: string, column: string) {
  return sql<boolean>`(organization_id, id) >= (${organizationId}::uuid, ${sql.ref(column)})`;
}

function personColumns<Alias extends 'p' | 'a' | 'e'>(alias: Alias) {
  return [
    `${alias}.unique_name as ${alias}_unique_name`,
    `${alias}.email as ${alias}_email`,
    `${alias}.display_name as ${alias}_display_name`,
    `${alias}.azure_devops_id as ${alias}_azure_devops_id`,
  ] as const;
}

function shownOf(row: Row): ShownEntry {
  return {
    entry: entryOf(row),
    user: personOf(row.person_id, row.p_unique_name, row.p_email, row.p_display_name, row.p_azure_devops_id),
    addedByUser: personOf(
      row.added_by,
      row.a_unique_name,
      row.a_email,
      row.a_display_name,
      row.a_azure_devops_id,
    ),
    editedByUser: personOf(
      row.edited_by,
      row.e_unique_name,
      row.e_email,
      row.e_display_name,
      row.e_azure_devops_id,
    ),
    activityType: { id: row.activity_type_id, name: row.type_name, color: row.type_color },
  };
}

function personOf(
  id: string,
  uniqueName: string,
  email: string | null,
  displayName: string,
  azureDevOpsId: string | null,
): Person {
  return { id, uniqueName, email, displayName, azureDevOpsId };
}
