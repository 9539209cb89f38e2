import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

/** A webhook without its secret. */
export interface StoredWebhook {
  id: string;
  url: string;
  description: string;
  events: string[];
  isEnabled: boolean;
  /** RFC 3339, UTC. */
  created: string;
  createdById: string | null;
  version: number;
}

const columns = [
  'id',
  'url',
  'description',
  'events',
  'is_enabled as isEnabled',
  'created_at as created',
  'created_by as createdById',
  'version',
] as const;

/** What of a webhook is written. */
export interface WebhookContent {
  url: string;
  description: string;
  events: readonly string[];
  /** `events` in the audit log's words. */
  acts: readonly string[];
  isEnabled: boolean;
}

export function readWebhooks(db: Db, organizationId: string): Promise<StoredWebhook[]> {
  return db
    .selectFrom('webhook')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
}

/** One webhook; `lock` keeps every other change of it waiting until the transaction ends. */
export async function findWebhook(
  db: Db,
  organizationId: string,
  id: string,
  { lock = false } = {},
): Promise<StoredWebhook | null> {
  const query = db
    .selectFrom('webhook')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function readSealedSecret(db: Db, organizationId: string, id: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('webhook')
    .select('sealed_secret')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.sealed_secret ?? null;
}

export function insertWebhook(
  db: Db,
  organizationId: string,
  webhook: WebhookContent & { id: string; sealedSecret: Buffer; createdById: string | null },
): Promise<StoredWebhook> {
  return db
    .insertInto('webhook')
    .values({
      organization_id: organizationId,
      id: webhook.id,
      ...columnsOf(webhook),
      sealed_secret: webhook.sealedSecret,
      created_by: webhook.createdById,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export function updateWebhook(
  db: Db,
  organizationId: string,
  id: string,
  content: WebhookContent,
): Promise<StoredWebhook> {
  return changed(db, organizationId, id, columnsOf(content));
}

export function replaceSecret(
  db: Db,
  organizationId: string,
  id: string,
  sealedSecret: Buffer,
): Promise<StoredWebhook> {
  return changed(db, organizationId, id, { sealed_secret: sealedSecret });
}

/** Switches a webhook off; answers false when it was off already or is gone. */
export async function disableWebhook(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ is_enabled: false, version: sql<number>`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('is_enabled', '=', true)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Its deliveries go with it. */
export async function deleteWebhook(db: Db, organizationId: string, id: string): Promise<void> {
  await db.deleteFrom('webhook').where('organization_id', '=', organizationId).where('id', '=', id).execute();
}

/** Every webhook of every organization, to work out anew which acts it wants. */
export function readSubscriptions(system: Db) {
  return system.selectFrom('webhook').select(['organization_id', 'id', 'events', 'acts']).execute();
}

export async function saveActs(
  system: Db,
  webhook: { organization_id: string; id: string },
  acts: string[],
): Promise<void> {
  await system
    .updateTable('webhook')
    .set({ acts })
    .where('organization_id', '=', webhook.organization_id)
    .where('id', '=', webhook.id)
    .execute();
}

function columnsOf({ url, description, events, acts, isEnabled }: WebhookContent) {
  return { url, description, events: [...events], acts: [...acts], is_enabled: isEnabled };
}

function changed(
  db: Db,
  organizationId: string,
  id: string,
  values: Partial<ReturnType<typeof columnsOf>> & { sealed_secret?: Buffer },
): Promise<StoredWebhook> {
  return db
    .updateTable('webhook')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}
