import type { ColumnType, Generated } from 'kysely';

/** An instant, as ISO 8601 text in UTC. */
type InstantText = string;
/** Wall time, `YYYY-MM-DDTHH:mm:ss[.ffffff]`. */
type WallText = string;
/** A date, `YYYY-MM-DD`. */
type DateText = string;
type Made<T> = Generated<T>;
type Json<T> = ColumnType<T, string, string>;

interface OrganizationTable {
  id: string;
  name: string;
  slug: string;
  is_default: Made<boolean>;
  azure_devops_collection_id: string | null;
  settings: ColumnType<Record<string, unknown>, string | undefined, string>;
  settings_version: Made<number>;
  reachable_since: InstantText | null;
  created_at: Made<InstantText>;
}

interface PersonTable {
  organization_id: string;
  id: string;
  unique_name: string;
  email: string | null;
  display_name: string;
  role: Made<string>;
  azure_devops_id: string | null;
  time_zone: Made<string>;
  default_activity_type_id: string | null;
  created_at: Made<InstantText>;
  own_role: string | null;
  is_approval_manager: Made<boolean>;
  is_global_approval_manager: Made<boolean>;
  approval_manager_id: string | null;
  settings: ColumnType<Record<string, unknown>, string | undefined, string>;
  settings_version: Made<number>;
  erased_at: InstantText | null;
}

interface PasswordTable {
  organization_id: string;
  person_id: string;
  hash: string;
  changed_at: Made<InstantText>;
}

interface SignInLinkTable {
  organization_id: string;
  secret_hash: Buffer;
  person_id: string;
  expires_at: InstantText;
  used_at: InstantText | null;
}

interface ExternalIdentityTable {
  organization_id: string;
  issuer: string;
  subject: string;
  person_id: string;
}

interface SessionTable {
  organization_id: string;
  id: string;
  secret_hash: Buffer;
  person_id: string;
  method: string;
  user_agent: Made<string>;
  created_at: Made<InstantText>;
  last_seen_at: Made<InstantText>;
  expires_at: InstantText;
}

interface ApiTokenTable {
  organization_id: string;
  id: string;
  secret_hash: Buffer;
  person_id: string;
  name: string;
  created_at: Made<InstantText>;
  expires_at: InstantText;
  last_used_at: InstantText | null;
  revoked_at: InstantText | null;
}

interface PairingTable {
  organization_id: string;
  secret_hash: Buffer;
  pin_hash: Buffer;
  expires_at: InstantText;
  person_id: string | null;
  app_name: string | null;
  redeemed_at: InstantText | null;
  app_id: string | null;
}

interface PairedAppTable {
  organization_id: string;
  id: string;
  person_id: string;
  name: string;
  paired_at: Made<InstantText>;
  last_used_at: InstantText | null;
  revoked_at: InstantText | null;
}

interface OauthTokenTable {
  organization_id: string;
  secret_hash: Buffer;
  app_id: string;
  kind: string;
  issued_at: Made<InstantText>;
  expires_at: InstantText;
  used_at: InstantText | null;
}

interface AzureDevOpsConnectionTable {
  organization_id: string;
  url: string;
  sealed_pat: Buffer;
  state: Made<string>;
  message: string | null;
  revisions_token: string | null;
  links_token: string | null;
  last_read_at: InstantText | null;
  leased_until: InstantText | null;
  expires_on: DateText | null;
}

interface WorkItemTypeTable {
  organization_id: string;
  project: string;
  name: string;
  color: string;
  states: Json<{ name: string; category: string }[]>;
}

interface WorkItemTable {
  organization_id: string;
  id: number;
  revision: number;
  type: string;
  title: string;
  state: string;
  state_category: string;
  project: string;
  area_path: string | null;
  iteration_path: string | null;
  assigned_to: string | null;
  parent_id: number | null;
  effort: number | null;
  created_at: InstantText;
  changed_at: InstantText;
  deleted_at: InstantText | null;
  fields: Json<Record<string, unknown>>;
}

interface WorkItemAncestryTable {
  organization_id: string;
  ancestor_id: number;
  descendant_id: number;
  depth: number;
}

interface ActivityTypeTable {
  organization_id: string;
  id: string;
  name: string;
  color: string;
  position: Made<number>;
  is_system_default: Made<boolean>;
  deleted_at: InstantText | null;
  version: Made<number>;
  live_id: ColumnType<string | null, never, never>;
}

interface WorkLogTable {
  organization_id: string;
  id: string;
  person_id: string;
  work_item_id: number | null;
  activity_type_id: string;
  comment: Made<string>;
  seconds: number;
  billable_seconds: number | null;
  started_at: InstantText;
  local_started_at: WallText;
  added_by: string;
  edited_by: string;
  created_at: InstantText;
  local_created_at: WallText;
  edited_at: InstantText;
  local_edited_at: WallText;
  is_tracked: Made<boolean>;
  is_tracked_extended: Made<boolean>;
  is_changed: Made<boolean>;
  is_edited_by_owner: Made<boolean>;
  is_imported: Made<boolean>;
  is_from_api: Made<boolean>;
  is_billable: Made<boolean>;
  has_clock_time: Made<boolean>;
  deleted_at: InstantText | null;
  version: Made<number>;
}

interface TrackTable {
  organization_id: string;
  person_id: string;
  version: Made<number>;
  state: Json<unknown>;
  is_running: Made<boolean>;
  deadline_at: InstantText | null;
}

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

interface PersonGroupTable {
  organization_id: string;
  id: string;
  name: string;
  source: string;
  external_id: string | null;
  role: Made<string>;
  created_at: Made<InstantText>;
  version: Made<number>;
}

interface GroupMemberTable {
  organization_id: string;
  group_id: string;
  person_id: string;
}

interface TimeWeekTable {
  organization_id: string;
  id: string;
  person_id: string;
  week_start: DateText;
  week_end: DateText;
  state: Made<number>;
  is_locked: boolean | null;
  assigned_manager_id: string | null;
  approved_by: string | null;
  submitted_at: InstantText | null;
  approved_at: InstantText | null;
  modified_at: InstantText;
  comment: string | null;
  version: Made<number>;
}

interface BudgetTable {
  organization_id: string;
  id: string;
  name: string;
  comment: Made<string>;
  planned_seconds: Made<number>;
  is_closed: Made<boolean>;
  closed_at: InstantText | null;
  reached_threshold: Made<number>;
  created_at: Made<InstantText>;
  version: Made<number>;
}

interface BudgetAssignmentTable {
  organization_id: string;
  id: string;
  budget_id: string;
  work_item_id: number | null;
  iteration_path: string | null;
  work_log_id: string | null;
  is_exclusion: Made<boolean>;
}

interface WorkItemBudgetTable {
  organization_id: string;
  work_item_id: number;
  budget_id: string;
  assignment_type: number;
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

interface OutboxTable {
  organization_id: string;
  id: string;
  created_at: Made<InstantText>;
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

interface ReportTable {
  organization_id: string;
  id: string;
  person_id: string | null;
  name: string;
  description: Made<string>;
  visibility: Made<string>;
  share_id: string | null;
  position: Made<number>;
  content: Json<Record<string, unknown>>;
  created_at: Made<InstantText>;
  changed_at: Made<InstantText>;
  version: Made<number>;
}

interface ExplorerLayoutTable {
  organization_id: string;
  person_id: string;
  id: string;
  name: string;
  is_default: Made<boolean>;
  view: Json<Record<string, unknown>>;
}

interface IterationTable {
  organization_id: string;
  path: string;
  project: string;
  start_date: DateText | null;
  finish_date: DateText | null;
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

interface ReportScheduleTable {
  organization_id: string;
  id: string;
  person_id: string;
  report_id: string;
  frequency: string;
  weekday: number | null;
  month_day: number | null;
  time_of_day: string;
  recipient_ids: string[];
  attachment: string | null;
  is_enabled: Made<boolean>;
  next_run_at: InstantText;
  leased_until: InstantText | null;
  last_run_at: InstantText | null;
  fault: string | null;
  version: Made<number>;
}

interface CalendarSourceTable {
  organization_id: string;
  person_id: string;
  id: string;
  kind: string;
  name: string;
  color: string;
  sealed_url: Buffer;
  host: string;
  is_enabled: Made<boolean>;
}

/** Every table of `migrations/`, by its name. */
export interface Tables {
  organization: OrganizationTable;
  person: PersonTable;
  password: PasswordTable;
  sign_in_link: SignInLinkTable;
  external_identity: ExternalIdentityTable;
  session: SessionTable;
  api_token: ApiTokenTable;
  pairing: PairingTable;
  paired_app: PairedAppTable;
  oauth_token: OauthTokenTable;
  azure_devops_connection: AzureDevOpsConnectionTable;
  work_item_type: WorkItemTypeTable;
  work_item: WorkItemTable;
  work_item_ancestry: WorkItemAncestryTable;
  activity_type: ActivityTypeTable;
  work_log: WorkLogTable;
  track: TrackTable;
  audit_log: AuditLogTable;
  idempotency_key: IdempotencyKeyTable;
  attempt_count: AttemptCountTable;
  person_group: PersonGroupTable;
  group_member: GroupMemberTable;
  time_week: TimeWeekTable;
  budget: BudgetTable;
  budget_assignment: BudgetAssignmentTable;
  work_item_budget: WorkItemBudgetTable;
  webhook: WebhookTable;
  outbox: OutboxTable;
  webhook_delivery: WebhookDeliveryTable;
  live_process: LiveProcessTable;
  live_event: LiveEventTable;
  calendar_source: CalendarSourceTable;
  iteration: IterationTable;
  mail_message: MailMessageTable;
  reminder_run: ReminderRunTable;
  report_schedule: ReportScheduleTable;
  report: ReportTable;
  explorer_layout: ExplorerLayoutTable;
}
