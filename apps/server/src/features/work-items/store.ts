import { prepared } from '@stint/postgres';
import type { Db } from '../../http/asked.ts';
import { type StoredWorkItem, workItemJson } from './work-item-json.ts';

/** A hit of a search; its group: 1 assigned to me, 2 tracked before, 3 in progress, 4 all others. */
export interface FoundRow {
  groupNumber: number;
  workItem: StoredWorkItem;
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
from search_work_items($1::uuid, $2::uuid, $3::text[], $4::text)
  with ordinality as wanted (group_number, id, place)
order by wanted.place`,
);

/** Finds work items by words or id; at most ten a group, best first. */
export async function readByWords(db: Db, searcher: Searcher, query: string): Promise<FoundRow[]> {
  const { organizationId, personId, names } = searcher;
  const { rows } = await db.executeQuery(search([organizationId, personId, names, query]));
  return rows.filter(({ workItem }) => workItem !== null);
}
