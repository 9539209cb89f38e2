import type { User } from '@stint/contract';
import type { Organization } from './organizations.ts';
import type { Person } from './principals.ts';

/** A person on the wire; `displayName` only when `$expand` asks for it (api.md 3.2). */
export function userOf(person: Person, organization: Organization, expand: string | undefined): User {
  return {
    uniqueName: person.uniqueName,
    displayName: expandsDisplayName(expand) ? person.displayName : null,
    vstsId: person.azureDevOpsId,
    vstsCollectionId: organization.collectionId,
    email: person.email,
    name: person.displayName,
    id: person.id,
  };
}

/** `$expand=user.displayName`, alone or in a comma list, in any letter case. */
function expandsDisplayName(expand: string | undefined): boolean {
  return expand?.split(',').some((each) => each.trim().toLowerCase() === 'user.displayname') ?? false;
}
