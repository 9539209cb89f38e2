import { contains } from './graph-groups.ts';
import type { RawClient } from './raw.ts';
import { textOf } from './text.ts';
import type { Group, GroupReader, Person } from './types.ts';

/** Source: Identities 7.1, Identity, as it stands on the wire. */
type Identity = {
  readonly id?: string;
  readonly descriptor?: string;
  readonly isContainer?: boolean;
  readonly providerDisplayName?: string;
  readonly customDisplayName?: string;
  /** Descriptors of all people and groups below, with `queryMembership=ExpandedDown`. */
  readonly members?: readonly string[] | null;
  readonly properties?: Readonly<Record<string, { readonly $value?: unknown } | undefined>>;
};
type List = { readonly value?: readonly (Identity | null)[] };

/** Descriptors are long; so many fit into an address. */
const atOnce = 25;
const serviceAccount = /^Microsoft\.TeamFoundation\.ServiceIdentity;/i;

/** Reads groups by the identities of Azure DevOps Server, which has no Graph; a group's id is its GUID. */
export function identityGroups({ get }: RawClient): GroupReader {
  async function read(query: Readonly<Record<string, string>>): Promise<Identity[]> {
    const { value } = (await get('identities', query)).body as List;
    return (value ?? []).filter((identity) => identity !== null);
  }

  return {
    // The server finds whole names only, so a part of a name finds what is displayed with it.
    async findGroups(search, top) {
      if (search.trim() === '') return [];
      const found = await read({ searchFilter: 'General', filterValue: search.trim() });
      return found
        .filter(({ isContainer }) => isContainer === true)
        .map(groupOf)
        .filter(({ name }) => contains(name, search))
        .slice(0, top);
    },

    async groupMembers(id) {
      const [group] = await read({ identityIds: id, queryMembership: 'ExpandedDown' });
      if (group === undefined) return null;
      const members = group.members ?? [];
      const people: Person[] = [];
      for (let start = 0; start < members.length; start += atOnce) {
        const identities = await read({ descriptors: members.slice(start, start + atOnce).join(',') });
        people.push(...identities.filter(isPerson).map(personOf));
      }
      return people;
    },
  };
}

function groupOf(identity: Identity): Group {
  return { id: textOf(identity.id), name: nameOf(identity), description: property(identity, 'Description') };
}

function isPerson({ isContainer, descriptor = '' }: Identity): boolean {
  return isContainer !== true && !serviceAccount.test(descriptor);
}

/** The unique name as work items have it: an e-mail address as it is, another account behind its domain. */
function personOf(identity: Identity): Person {
  const account = property(identity, 'Account');
  const domain = property(identity, 'Domain');
  const uniqueName = account.includes('@') || domain === '' ? account : `${domain}\\${account}`;
  return { id: textOf(identity.id), uniqueName, displayName: nameOf(identity) };
}

function nameOf({ customDisplayName, providerDisplayName }: Identity): string {
  return textOf(customDisplayName) || textOf(providerDisplayName);
}

function property({ properties }: Identity, name: string): string {
  return textOf(properties?.[name]?.$value);
}
