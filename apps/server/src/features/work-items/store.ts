import { prepared } from '@stint/postgres';
import type { Db } from '../../http/asked.ts';
import { type StoredWorkItem, workItemJson } from './work-item-json.ts';

/** A hit of a search; its group: 1 assigned to me, 2 tracked before, 3 in progress, 4 all others. */
export interface FoundRow {
  groupNumber: number;
  workItem: StoredWorkItem;
}

/** What a search may find: names in lower case; an empty list allows all. */
export interface Scope {
  projects: readonly string[];
  states: readonly string[];
  types: readonly string[];
}

export interface Searcher {
  organizationId: string;
  personId: string;
  /** Names by which Azure DevOps may know the person, lower case. */
  names: readonly string[];
}

const search = prepared<FoundRow>(
  'work-items-search',
  `
select wanted.group_number as "groupNumber", ${workItemJson('wanted.id')} as "workItem"
from search_work_items($1::uuid, $2::uuid, $3::text[], $4::text, row($5::text[], $6::text[], $7::text[])::search_scope)
  with ordinality as wanted (group_number, id, place)
order by wanted.place`,
);

/** Finds work items of the scope by words or id; at most ten a group, best first. */
export async function readByWords(
  db: Db,
  { organizationId, personId, names }: Searcher,
  query: string,
  { projects, states, types }: Scope,
): Promise<FoundRow[]> {
  const parameters = [organizationId, personId, names, query, projects, states, types];
  const { rows } = await db.executeQuery(search(parameters));
  return rows.filter(({ workItem }) => workItem !== null);
}
