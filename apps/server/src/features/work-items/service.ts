import type { TrackedWorkItem } from '@stint/contract';
import type { Db } from '../../http/asked.ts';
import type { Principal } from '../../identity/principals.ts';
import { readByIds, readByWords, type WorkItemRow } from './store.ts';

/** A hit of a search under the name of its group. */
export interface FoundWorkItem {
  groupName: string;
  workItem: TrackedWorkItem;
}

/** Work items from our own copy: they are there when Azure DevOps is not. */
export interface WorkItems {
  /** By their ids, deleted ones too, so that old worklogs keep their titles; unknown ids are left out. */
  find(db: Db, organization: { id: string }, ids: readonly number[]): Promise<Map<number, TrackedWorkItem>>;
  /**
   * By the beginnings of the words of their titles in any order, or by id; without a query suggests what one might go
   * on with. In groups of at most ten, best first; no item is in two groups (api.md 4).
   */
  search(db: Db, organization: { id: string }, person: Principal, query: string): Promise<FoundWorkItem[]>;
}

const groupNames = ['Assigned to me', 'Tracked before', 'In progress', 'Other work items'] as const;

export function createWorkItems(): WorkItems {
  return {
    async find(db, organization, ids) {
      const rows = await readByIds(db, organization.id, [...new Set(ids)]);
      return new Map(rows.map((row) => [row.id, workItemOf(row)]));
    },
    async search(db, organization, person, query) {
      const searcher = { organizationId: organization.id, personId: person.id, names: namesOf(person) };
      // PostgreSQL's texts cannot hold the character zero.
      const rows = await readByWords(db, searcher, query.replaceAll('\0', ' '));
      return rows.map((row) => ({
        groupName: groupNames[row.groupNumber - 1] ?? '',
        workItem: workItemOf(row),
      }));
    },
  };
}

/** Azure DevOps names people by their sign-in name, which mostly is the e-mail address. */
function namesOf({ uniqueName, email }: Principal): string[] {
  return [...new Set([uniqueName, email ?? uniqueName].map((name) => name.toLowerCase()))];
}

/** A work item on the wire (api.md 4). */
export function workItemOf(row: WorkItemRow): TrackedWorkItem {
  const { id, title, color, project, type, effort, parent, connectionUrl } = row;
  const link = `${connectionUrl}/${encodeURIComponent(project)}/_workitems/edit/${id}`;
  const workItemLink = connectionUrl === null ? '' : link;
  return { id, title, color, teamProject: project, type, workItemLink, effort, parent };
}
