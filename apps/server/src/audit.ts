import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db, Source } from './http/asked.ts';

export interface AuditEntry {
  /** A verb, such as `create`, `change`, `delete`. */
  action: string;
  entity: string;
  entityId: string;
  before?: object | null;
  after?: object | null;
}

/**
 * Writes one line of the append-only record; call it in the transaction of the change itself. What is written stays for
 * ever: ids instead of names and e-mail addresses, and never secrets. A `personId` or `userId` in before or after says
 * whose thing it is: that person may read the line too.
 */
export async function audit(
  db: Db,
  organizationId: string,
  source: Source,
  entry: AuditEntry,
): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      organization_id: organizationId,
      id: uuid(),
      at: sql<string>`now()`,
      person_id: source.personId,
      via: source.via,
      address: source.address,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId,
      before: entry.before ? JSON.stringify(entry.before) : null,
      after: entry.after ? JSON.stringify(entry.after) : null,
      affects: affectedBy(entry, source.personId),
    })
    .execute();
}

/** Entities whose id is that of a person. */
const personal = new Set([
  'role',
  'user',
  'person',
  'password',
  'personSettings',
  'signInLink',
  'approvalPerson',
]);

/** The person whose thing an act was about, where somebody else did it; null when it is the doer's or nobody's. */
function affectedBy({ entity, entityId, before, after }: AuditEntry, doer: string | null): string | null {
  const owner = personal.has(entity) ? entityId : (ownerOf(after) ?? ownerOf(before));
  return owner === doer ? null : owner;
}

function ownerOf(content: object | null | undefined): string | null {
  const { personId, userId, person_id: column } = (content ?? {}) as Record<string, unknown>;
  const owner = personId ?? userId ?? column;
  return typeof owner === 'string' ? owner : null;
}
