import { AzureDevOpsError } from './errors.ts';
import type { RawAnswer, RawClient } from './raw.ts';
import { textOf } from './text.ts';
import type { GroupReader, Group, Person } from './types.ts';

/** What Graph says of a user or group. Source: Graph 7.1, GraphUser and GraphGroup. */
type Subject = {
  readonly descriptor?: string;
  readonly subjectKind?: string;
  readonly principalName?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly isDeletedInOrigin?: boolean;
};
type List<T> = { readonly value?: readonly T[] };
/** Subject lookup answers a map by descriptor. */
type Lookup = { readonly value?: Readonly<Record<string, Subject | null>> };

const lookupSize = 100;
/** Accounts of services, such as the one that runs builds; they are in groups, but are no people. */
const serviceAccount = /^(svc|s2s|sys|sp|aadsp)\./;

/** Reads groups by the Graph of Azure DevOps Services; a group's id is its subject descriptor. */
export function graphGroups({ get, post }: RawClient): GroupReader {
  async function lookUp(descriptors: readonly string[]): Promise<Subject[]> {
    const found: Subject[] = [];
    for (let start = 0; start < descriptors.length; start += lookupSize) {
      const lookupKeys = descriptors.slice(start, start + lookupSize).map((descriptor) => ({ descriptor }));
      const { value = {} } = (await post('graph/subjectlookup', { lookupKeys })) as Lookup;
      found.push(...Object.values(value).filter((subject) => subject !== null));
    }
    return found;
  }

  async function directMembers(group: string): Promise<string[]> {
    const path = `graph/memberships/${encodeURIComponent(group)}`;
    const { body } = await get(path, { direction: 'down' });
    const { value = [] } = body as List<{ memberDescriptor?: string }>;
    return value.flatMap(({ memberDescriptor }) => memberDescriptor ?? []);
  }

  return {
    async findGroups(search, top) {
      const found: Group[] = [];
      let continuationToken: string | null = null;
      do {
        const page: RawAnswer = await get(
          'graph/groups',
          continuationToken === null ? {} : { continuationToken },
        );
        const { value = [] } = page.body as List<Subject>;
        found.push(...value.map(groupOf).filter(({ name }) => contains(name, search)));
        ({ continuationToken } = page);
      } while (continuationToken !== null && found.length < top);
      return found.slice(0, top);
    },

    // One level at a time: Graph itself goes down one level only.
    async groupMembers(id) {
      const seen = new Set([id]);
      const people = new Map<string, Person>();
      for (let groups = [id]; groups.length > 0; ) {
        const members: string[] = [];
        for (const group of groups) {
          const direct = await directMembers(group).catch(onlyGone);
          if (direct === null && group === id) return null;
          members.push(...(direct ?? []).filter((member) => !seen.has(member)));
        }
        const fresh = [...new Set(members)];
        for (const member of fresh) seen.add(member);
        const subjects = await lookUp(fresh);
        for (const subject of subjects.filter(isPerson))
          people.set(subject.descriptor ?? '', personOf(subject));
        groups = subjects.flatMap(({ subjectKind, descriptor = '' }) =>
          subjectKind?.toLowerCase() === 'group' ? [descriptor] : [],
        );
      }
      return [...people.values()];
    },
  };
}

/** Whether a group's name contains a text, in any letter case. */
export function contains(name: string, search: string): boolean {
  return name.toLowerCase().includes(search.trim().toLowerCase());
}

/** Null for what is not there any more. @throws every other fault */
function onlyGone(error: unknown): null {
  if (error instanceof AzureDevOpsError && error.kind === 'notFound') return null;
  throw error;
}

function groupOf({ descriptor, principalName, displayName, description }: Subject): Group {
  return {
    id: textOf(descriptor),
    name: textOf(principalName) || textOf(displayName),
    description: textOf(description),
  };
}

function isPerson({ subjectKind, descriptor = '', principalName = '', isDeletedInOrigin }: Subject): boolean {
  const isUser = subjectKind?.toLowerCase() === 'user';
  return isUser && principalName !== '' && isDeletedInOrigin !== true && !serviceAccount.test(descriptor);
}

/** Graph does not tell the GUID by which work items name people; their unique name is the same. */
function personOf({ principalName, displayName }: Subject): Person {
  return { id: '', uniqueName: textOf(principalName), displayName: textOf(displayName) };
}
