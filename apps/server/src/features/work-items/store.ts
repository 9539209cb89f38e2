import { CompiledQuery } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A work item of our own copy with what is shown beside it. */
export interface WorkItemRow {
  id: number;
  title: string;
  type: string;
  /** Six hex digits; empty when the type is not known. */
  color: string;
  project: string;
  effort: number | null;
  /** Address of the organization or collection; null when it is not connected (any more). */
  connectionUrl: string | null;
  parent: { id: number; title: string; type: string; color: string } | null;
}

/** Group of a hit: 1 assigned to me, 2 tracked before, 3 in progress, 4 all others. */
export interface FoundRow extends WorkItemRow {
  groupNumber: number;
}

export interface Searcher {
  organizationId: string;
  personId: string;
  /** Names by which Azure DevOps may know the person, lower case. */
  names: readonly string[];
}

/**
 * Columns and joins for a `wanted` relation with the columns `id` and `place`; $1 is the organization. The limits make
 * the planner look items up one by one: it knows little of how few are wanted.
 */
const details = `
  item.id, item.title, item.type, coalesce(type.color, '') as color, item.project, item.effort,
  connection.url as "connectionUrl", parent.json as parent`;

const joins = `
cross join lateral (
  select id, title, type, project, effort, parent_id from work_item
  where organization_id = $1::uuid and work_item.id = wanted.id
  limit 1
) item
left join work_item_type type
  on type.organization_id = $1::uuid and type.project = item.project and type.name = item.type
left join azure_devops_connection connection on connection.organization_id = $1::uuid
left join lateral (
  select json_build_object('id', p.id, 'title', p.title, 'type', p.type, 'color', coalesce(t.color, '')) as json
  from work_item p
  left join work_item_type t on t.organization_id = $1::uuid and t.project = p.project and t.name = p.type
  where p.organization_id = $1::uuid and p.id = item.parent_id and p.deleted_at is null
  limit 1
) parent on true
order by wanted.place`;

const FIND = `
select ${details}
from unnest($2::integer[]) with ordinality as wanted (id, place) ${joins}`;

const SEARCH = `
select wanted.group_number as "groupNumber", ${details}
from search_work_items($1::uuid, $2::uuid, $3::text[], $4::text)
  with ordinality as wanted (group_number, id, place) ${joins}`;

/** Reads work items by their ids, deleted ones too; unknown ids are left out. */
export async function readByIds(
  db: Db,
  organizationId: string,
  ids: readonly number[],
): Promise<WorkItemRow[]> {
  const { rows } = await db.executeQuery<WorkItemRow>(CompiledQuery.raw(FIND, [organizationId, ids]));
  return rows;
}

/** Finds work items by words or id; at most ten a group, best first. */
export async function readByWords(db: Db, searcher: Searcher, query: string): Promise<FoundRow[]> {
  const { organizationId, personId, names } = searcher;
  const { rows } = await db.executeQuery<FoundRow>(
    CompiledQuery.raw(SEARCH, [organizationId, personId, names, query]),
  );
  return rows;
}
