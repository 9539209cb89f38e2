import type { OrganizationSettings, TrackedWorkItem } from '@stint/contract';
import type { Db } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import { readByWords, type Scope } from './store.ts';
import { workItemOf } from './work-item-json.ts';

/** A hit of a search under the name of its group. */
export interface FoundWorkItem {
  groupName: string;
  workItem: TrackedWorkItem;
}

/** Work items from our own copy: they are there when Azure DevOps is not. */
export interface WorkItems {
  /**
   * Within the organization's scope, which limits what is found, not what may be booked.
   * By the beginnings of the words of their titles in any order, or by id; without a query suggests what one might go
   * on with. In groups of at most ten, best first; no item is in two groups (api.md 4).
   */
  search(
    db: Db,
    organization: Pick<Organization, 'id' | 'azureDevOps' | 'settings'>,
    person: Principal,
    query: string,
  ): Promise<FoundWorkItem[]>;
}

const groupNames = ['Assigned to me', 'Tracked before', 'In progress', 'Other work items'] as const;

export function createWorkItems(): WorkItems {
  return {
    async search(db, organization, person, query) {
      const searcher = { organizationId: organization.id, personId: person.id, names: namesOf(person) };
      // PostgreSQL's texts cannot hold the character zero.
      const rows = await readByWords(
        db,
        searcher,
        query.replaceAll('\0', ' '),
        scopeOf(organization.settings),
      );
      return rows.map((row) => ({
        groupName: groupNames[row.groupNumber - 1] ?? '',
        workItem: workItemOf(row.workItem, organization.azureDevOps),
      }));
    },
  };
}

function scopeOf(settings: OrganizationSettings): Scope {
  return {
    projects: inLowerCase(settings.searchProjects),
    states: inLowerCase(settings.searchStates),
    types: inLowerCase(settings.searchTypes),
  };
}

function inLowerCase(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}

/** Azure DevOps names people by their sign-in name, which mostly is the e-mail address. */
function namesOf({ uniqueName, email }: Principal): string[] {
  return [...new Set([uniqueName, email ?? uniqueName].map((name) => name.toLowerCase()))];
}
