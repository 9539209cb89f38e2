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

/** Writes one line of the append-only record; call it in the transaction of the change itself. Secrets never belong in it. */
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
    })
    .execute();
}
