import type { ColumnType } from 'kysely';
import type { DateText, InstantText, Json, Made } from './columns.ts';

interface AuditLogTable {
  organization_id: string;
  id: string;
  at: Made<InstantText>;
  person_id: string | null;
  via: string;
  address: string | null;
  action: string;
  entity: string;
  entity_id: string;
  before: Json<unknown> | null;
  after: Json<unknown> | null;
  /** The person whose thing it was, where somebody else did it. */
  affects: string | null;
}

interface OutboxTable {
  organization_id: string;
  id: string;
  created_at: Made<InstantText>;
}

interface WebhookTable {
  organization_id: string;
  id: string;
  url: string;
  description: Made<string>;
  events: Made<string[]>;
  /** `events` in the audit log's words, each as `entity action`. */
  acts: Made<string[]>;
  sealed_secret: Buffer;
  is_enabled: Made<boolean>;
  created_by: string | null;
  created_at: Made<InstantText>;
  version: Made<number>;
}

interface WebhookDeliveryTable {
  organization_id: string;
  id: string;
  webhook_id: string;
  event_id: string;
  event_type: string;
  body: string;
  state: Made<string>;
  attempts: Made<number>;
  next_attempt_at: InstantText | null;
  last_attempt_at: InstantText | null;
  response_status: number | null;
  fault: string | null;
  created_at: Made<InstantText>;
}

interface LiveProcessTable {
  id: string;
  carrier: 'notify' | 'table';
  seen_at: Made<InstantText>;
}

interface LiveEventTable {
  organization_id: string;
  id: Made<string>;
  event: string;
  created_at: Made<InstantText>;
}

interface MailMessageTable {
  organization_id: string;
  id: string;
  person_id: string;
  kind: string;
  dedupe_key: string;
  content: ColumnType<Record<string, unknown> | null, string, string | null>;
  state: Made<string>;
  attempts: Made<number>;
  next_attempt_at: Made<InstantText>;
  fault: string | null;
  created_at: Made<InstantText>;
  sent_at: InstantText | null;
}

interface ReminderRunTable {
  organization_id: string;
  person_id: string;
  kind: string;
  day: DateText;
}

interface IdempotencyKeyTable {
  organization_id: string;
  person_id: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  body: string | null;
  headers: Json<Record<string, string>> | null;
  created_at: Made<InstantText>;
}

interface AttemptCountTable {
  organization_id: string;
  subject: string;
  window_seconds: number;
  window_start: number;
  used: number;
}

/** What happened, and who is told of it. */
export interface EventTables {
  audit_log: AuditLogTable;
  outbox: OutboxTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  live_process: LiveProcessTable;
  live_event: LiveEventTable;
  mail_message: MailMessageTable;
  reminder_run: ReminderRunTable;
  idempotency_key: IdempotencyKeyTable;
  attempt_count: AttemptCountTable;
}
