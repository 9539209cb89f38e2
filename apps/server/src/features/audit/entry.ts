import type { AuditEntry, User } from '@stint/contract';
import type { Organization } from '../../identity/organizations.ts';
import { userOf } from '../../identity/people.ts';
import { contentOf } from './content.ts';
import { maySeeAddress, type Scope } from './policy.ts';
import type { AuditRow } from './store.ts';

/** Who reads an entry, and in which form. */
export interface Reading {
  organization: Organization;
  scope: Scope;
  expand: string | undefined;
}

/** An entry on the wire. */
export function entryOf(row: AuditRow, { organization, scope, expand }: Reading): AuditEntry {
  const ownerId = row.affects ?? row.personId;
  return {
    id: row.id,
    timestamp: row.at,
    user: doerOf(row, organization, expand),
    via: row.via as AuditEntry['via'],
    address: maySeeAddress(scope, row.personId) ? row.address : null,
    action: row.action,
    entity: row.entity,
    entityId: row.entityId,
    before: contentOf(row.entity, row.before, ownerId),
    after: contentOf(row.entity, row.after, ownerId),
  };
}

function doerOf(row: AuditRow, organization: Organization, expand: string | undefined): User | null {
  const { personId: id, uniqueName, displayName, email, azureDevOpsId } = row;
  if (id === null || uniqueName === null || displayName === null) return null;
  return userOf({ id, uniqueName, displayName, email, azureDevOpsId }, organization, expand);
}
