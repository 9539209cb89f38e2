import type { DeliveryState, WebhookDelivery } from '@stint/contract';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';

const columns = [
  'id',
  'event_id as eventId',
  'event_type as eventType',
  'state',
  'attempts',
  'created_at as created',
  'last_attempt_at as lastAttempt',
  'next_attempt_at as nextAttempt',
  'response_status as responseStatus',
  'fault',
] as const;

export interface DeliveryPage {
  state: DeliveryState | null;
  /** The id of the last delivery before this page. */
  after: string | null;
  count: number;
}

/** The deliveries of a webhook, newest first. */
export async function readDeliveries(
  db: Db,
  organizationId: string,
  webhookId: string,
  { state, after, count }: DeliveryPage,
): Promise<WebhookDelivery[]> {
  let query = db
    .selectFrom('webhook_delivery')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId);
  if (state !== null) query = query.where('state', '=', state);
  if (after !== null) query = query.where('id', '<', after);
  return (await query.orderBy('id', 'desc').limit(count).execute()) as WebhookDelivery[];
}

/** Makes a delivery due now, its tries counted anew; null when there is none such. */
export async function startAgain(
  db: Db,
  organizationId: string,
  webhookId: string,
  id: string,
): Promise<WebhookDelivery | null> {
  const row = await db
    .updateTable('webhook_delivery')
    .set({ state: 'pending', attempts: 0, next_attempt_at: sql<string>`now()`, fault: null })
    .where('organization_id', '=', organizationId)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
  return (row as WebhookDelivery | undefined) ?? null;
}

/** Wakes the jobs of all server processes once the transaction is committed. */
export async function tellOutbox(db: Db, organizationId: string): Promise<void> {
  await sql`select pg_notify('stint_outbox', ${organizationId})`.execute(db);
}
