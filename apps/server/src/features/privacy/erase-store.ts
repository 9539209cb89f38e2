import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { type PersonWithZone, personWithZone } from '../../identity/find-person.ts';
import { tablesThatGo } from './person-columns.ts';

/** A person who is about to be erased. */
export interface Erasable extends PersonWithZone {
  erasedAt: string | null;
}

/** Finds and locks a person, so that nobody signs in as them meanwhile; null for an unknown id. */
export async function lockPerson(db: Db, organizationId: string, id: string): Promise<Erasable | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...personWithZone(row), erasedAt: row.erased_at } : null;
}

/** Deletes everything of a person but their time and weeks, and what others keep that names them. */
export async function deleteTraces(db: Db, organizationId: string, person: Erasable): Promise<void> {
  for (const table of tablesThatGo) {
    await db
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', person.id)
      .execute();
  }
  await leaveReports(db, organizationId, person.id);
  await leaveRecipients(db, organizationId, person.id);
  // What was told to webhooks, and answers that are kept for repetitions, may show people.
  for (const table of ['webhook_delivery', 'idempotency_key'] as const) {
    await db
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where(showsNameOf(person))
      .execute();
  }
}

/** Reports that others see stay, and belong to nobody. */
async function leaveReports(db: Db, organizationId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('report')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('visibility', '=', 'private')
    .execute();
  await db
    .updateTable('report')
    .set({ person_id: null, share_id: null, version: sql<number>`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .execute();
}

/** Plans of others go on without them; one that was for nobody else goes. */
async function leaveRecipients(db: Db, organizationId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('report_schedule')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`recipient_ids <@ array[${personId}::uuid]`)
    .execute();
  await db
    .updateTable('report_schedule')
    .set({
      recipient_ids: sql<string[]>`array_remove(recipient_ids, ${personId}::uuid)`,
      version: sql<number>`version + 1`,
    })
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`${personId}::uuid = any (recipient_ids)`)
    .execute();
}

function namesOf({ uniqueName, email, displayName }: Erasable): string[] {
  return [uniqueName, displayName, ...(email === null ? [] : [email])];
}

/** Whether a JSON body has one of the person's names as a value; a name within a longer text is no trace but content. */
function showsNameOf(person: Erasable): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from unnest(${namesOf(person)}::text[]) as name where strpos(body, to_json(name)::text) > 0)`;
}

/** Takes a person's names, ids and rights away; answers when it was. */
export async function neutralize(
  db: Db,
  organizationId: string,
  personId: string,
  name: string,
): Promise<string> {
  await db
    .updateTable('person')
    .set({ approval_manager_id: null })
    .where('organization_id', '=', organizationId)
    .where('approval_manager_id', '=', personId)
    .execute();
  const { erased_at: erased } = await db
    .updateTable('person')
    .set({
      unique_name: name,
      email: null,
      display_name: name,
      azure_devops_id: null,
      own_role: null,
      role: 'None',
      is_approval_manager: false,
      is_global_approval_manager: false,
      approval_manager_id: null,
      default_activity_type_id: null,
      settings: '{}',
      erased_at: sql<string>`now()`,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .returning('erased_at')
    .executeTakeFirstOrThrow();
  if (erased === null) throw new Error('an erased person has no date');
  return erased;
}
