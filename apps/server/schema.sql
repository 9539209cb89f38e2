# tables
activity_type row level security grant stint_app delete/insert/select/update
api_token row level security grant stint_app delete/insert/select/update
attempt_count unlogged row level security grant stint_app delete/insert/select/update
audit_log row level security grant stint_app insert/select
azure_devops_connection row level security grant stint_app delete/insert/select/update
budget row level security grant stint_app delete/insert/select/update
budget_assignment row level security grant stint_app delete/insert/select/update
calendar_source row level security grant stint_app delete/insert/select/update
explorer_layout row level security grant stint_app delete/insert/select/update
external_identity row level security grant stint_app delete/insert/select/update
group_member row level security grant stint_app delete/insert/select/update
idempotency_key row level security grant stint_app delete/insert/select/update
iteration row level security grant stint_app delete/insert/select/update
live_event row level security grant stint_app delete/insert/select/update
live_process unlogged grant stint_app delete/insert/select/update
mail_message row level security grant stint_app delete/insert/select/update
oauth_token row level security grant stint_app delete/insert/select/update
organization grant stint_app delete/insert/select/update
outbox row level security grant stint_app delete/insert/select/update
paired_app row level security grant stint_app delete/insert/select/update
pairing row level security grant stint_app delete/insert/select/update
password row level security grant stint_app delete/insert/select/update
person row level security grant stint_app delete/insert/select/update
person_group row level security grant stint_app delete/insert/select/update
reminder_run row level security grant stint_app delete/insert/select/update
report row level security grant stint_app delete/insert/select/update
report_schedule row level security grant stint_app delete/insert/select/update
schema_migration grant stint_app delete/insert/select/update
session row level security grant stint_app delete/insert/select/update
sign_in_link row level security grant stint_app delete/insert/select/update
time_week row level security grant stint_app delete/insert/select/update
track row level security grant stint_app delete/insert/select/update
webhook row level security grant stint_app delete/insert/select/update
webhook_delivery row level security grant stint_app delete/insert/select/update
work_item row level security grant stint_app delete/insert/select/update
work_item_ancestry row level security grant stint_app delete/insert/select/update
work_item_automation row level security grant stint_app delete/insert/select/update
work_item_booking row level security grant stint_app delete/insert/select/update
work_item_budget row level security grant stint_app delete/insert/select/update
work_item_type row level security grant stint_app delete/insert/select/update
work_item_write row level security grant stint_app delete/insert/select/update
work_log row level security grant stint_app delete/insert/select/update

# columns
activity_type.color text not null
activity_type.deleted_at timestamp with time zone
activity_type.id uuid not null
activity_type.is_system_default boolean not null default false
activity_type.live_id uuid generated stored 
CASE
    WHEN (deleted_at IS NULL) THEN id
    ELSE NULL::uuid
END
activity_type.name text not null
activity_type.organization_id uuid not null
activity_type.position integer not null default 0
activity_type.version integer not null default 1
api_token.created_at timestamp with time zone not null default now()
api_token.expires_at timestamp with time zone not null
api_token.id uuid not null
api_token.last_used_at timestamp with time zone
api_token.name text not null
api_token.organization_id uuid not null
api_token.person_id uuid not null
api_token.revoked_at timestamp with time zone
api_token.secret_hash bytea not null
attempt_count.organization_id uuid not null
attempt_count.subject text not null
attempt_count.used integer not null
attempt_count.window_seconds integer not null
attempt_count.window_start bigint not null
audit_log.action text not null
audit_log.address text
audit_log.affects uuid
audit_log.after jsonb
audit_log.at timestamp with time zone not null default now()
audit_log.before jsonb
audit_log.entity text not null
audit_log.entity_id text not null
audit_log.id uuid not null
audit_log.organization_id uuid not null
audit_log.person_id uuid
audit_log.via text not null
azure_devops_connection.expires_on date
azure_devops_connection.last_read_at timestamp with time zone
azure_devops_connection.leased_until timestamp with time zone
azure_devops_connection.links_token text
azure_devops_connection.message text
azure_devops_connection.organization_id uuid not null
azure_devops_connection.revisions_token text
azure_devops_connection.sealed_pat bytea not null
azure_devops_connection.state text not null default 'reading'::text
azure_devops_connection.url text not null
budget.closed_at timestamp with time zone
budget.comment text not null default ''::text
budget.created_at timestamp with time zone not null default now()
budget.id uuid not null
budget.is_closed boolean not null default false
budget.name text not null
budget.organization_id uuid not null
budget.planned_seconds integer not null default 0
budget.reached_threshold smallint not null default 0
budget.version integer not null default 1
budget_assignment.budget_id uuid not null
budget_assignment.id uuid not null
budget_assignment.is_exclusion boolean not null default false
budget_assignment.iteration_path text
budget_assignment.organization_id uuid not null
budget_assignment.work_item_id integer
budget_assignment.work_log_id uuid
calendar_source.account text
calendar_source.color text not null
calendar_source.host text not null
calendar_source.id uuid not null
calendar_source.is_broken boolean not null default false
calendar_source.is_enabled boolean not null default true
calendar_source.kind text not null
calendar_source.name text not null
calendar_source.organization_id uuid not null
calendar_source.person_id uuid not null
calendar_source.sealed_url bytea not null default '\x'::bytea
explorer_layout.id uuid not null
explorer_layout.is_default boolean not null default false
explorer_layout.name text not null
explorer_layout.organization_id uuid not null
explorer_layout.person_id uuid not null
explorer_layout.view jsonb not null
external_identity.issuer text not null
external_identity.organization_id uuid not null
external_identity.person_id uuid not null
external_identity.subject text not null
group_member.group_id uuid not null
group_member.organization_id uuid not null
group_member.person_id uuid not null
idempotency_key.body text
idempotency_key.created_at timestamp with time zone not null default now()
idempotency_key.headers jsonb
idempotency_key.key text not null
idempotency_key.organization_id uuid not null
idempotency_key.person_id uuid not null
idempotency_key.request_hash bytea not null
idempotency_key.status integer
iteration.finish_date date
iteration.organization_id uuid not null
iteration.path text not null
iteration.project text not null
iteration.start_date date
live_event.created_at timestamp with time zone not null default now()
live_event.event text not null
live_event.id uuid not null default gen_random_uuid()
live_event.organization_id uuid not null
live_process.carrier text not null
live_process.id uuid not null
live_process.seen_at timestamp with time zone not null default now()
mail_message.attempts integer not null default 0
mail_message.content jsonb
mail_message.created_at timestamp with time zone not null default now()
mail_message.dedupe_key text not null
mail_message.fault text
mail_message.id uuid not null
mail_message.kind text not null
mail_message.next_attempt_at timestamp with time zone not null default now()
mail_message.organization_id uuid not null
mail_message.person_id uuid not null
mail_message.sent_at timestamp with time zone
mail_message.state text not null default 'pending'::text
oauth_token.app_id uuid not null
oauth_token.expires_at timestamp with time zone not null
oauth_token.issued_at timestamp with time zone not null default now()
oauth_token.kind text not null
oauth_token.organization_id uuid not null
oauth_token.secret_hash bytea not null
oauth_token.used_at timestamp with time zone
organization.azure_devops_collection_id uuid
organization.created_at timestamp with time zone not null default now()
organization.id uuid not null
organization.is_default boolean not null default false
organization.name text not null
organization.reachable_since timestamp with time zone
organization.settings jsonb not null default '{}'::jsonb
organization.settings_version integer not null default 1
organization.slug text not null
outbox.created_at timestamp with time zone not null default now()
outbox.id uuid not null
outbox.organization_id uuid not null
paired_app.id uuid not null
paired_app.last_used_at timestamp with time zone
paired_app.name text not null
paired_app.organization_id uuid not null
paired_app.paired_at timestamp with time zone not null default now()
paired_app.person_id uuid not null
paired_app.revoked_at timestamp with time zone
pairing.app_id uuid
pairing.app_name text
pairing.expires_at timestamp with time zone not null
pairing.organization_id uuid not null
pairing.person_id uuid
pairing.pin_hash bytea not null
pairing.redeemed_at timestamp with time zone
pairing.secret_hash bytea not null
password.changed_at timestamp with time zone not null default now()
password.hash text not null
password.organization_id uuid not null
password.person_id uuid not null
person.approval_manager_id uuid
person.azure_devops_id uuid
person.created_at timestamp with time zone not null default now()
person.default_activity_type_id uuid
person.display_name text not null
person.email text
person.erased_at timestamp with time zone
person.id uuid not null
person.is_approval_manager boolean not null default false
person.is_global_approval_manager boolean not null default false
person.organization_id uuid not null
person.own_role text
person.role text not null default 'None'::text
person.settings jsonb not null default '{}'::jsonb
person.settings_version integer not null default 1
person.time_zone text not null default 'UTC'::text
person.unique_name text not null
person_group.created_at timestamp with time zone not null default now()
person_group.external_id text
person_group.id uuid not null
person_group.name text not null
person_group.organization_id uuid not null
person_group.role text not null default 'None'::text
person_group.source text not null
person_group.version integer not null default 1
reminder_run.day date not null
reminder_run.kind text not null
reminder_run.organization_id uuid not null
reminder_run.person_id uuid not null
report.changed_at timestamp with time zone not null default now()
report.content jsonb not null
report.created_at timestamp with time zone not null default now()
report.description text not null default ''::text
report.id uuid not null
report.name text not null
report.organization_id uuid not null
report.person_id uuid
report.position integer not null default 0
report.share_id uuid
report.version integer not null default 1
report.visibility text not null default 'private'::text
report_schedule.attachment text
report_schedule.fault text
report_schedule.frequency text not null
report_schedule.id uuid not null
report_schedule.is_enabled boolean not null default true
report_schedule.last_run_at timestamp with time zone
report_schedule.leased_until timestamp with time zone
report_schedule.month_day smallint
report_schedule.next_run_at timestamp with time zone not null
report_schedule.organization_id uuid not null
report_schedule.person_id uuid not null
report_schedule.recipient_ids uuid[] not null
report_schedule.report_id uuid not null
report_schedule.time_of_day text not null
report_schedule.version integer not null default 1
report_schedule.weekday smallint
schema_migration.applied_at timestamp with time zone not null default now()
schema_migration.checksum text not null
schema_migration.name text not null
schema_migration.version integer not null
session.created_at timestamp with time zone not null default now()
session.expires_at timestamp with time zone not null
session.id uuid not null
session.last_seen_at timestamp with time zone not null default now()
session.method text not null
session.organization_id uuid not null
session.person_id uuid not null
session.secret_hash bytea not null
session.user_agent text not null default ''::text
sign_in_link.expires_at timestamp with time zone not null
sign_in_link.organization_id uuid not null
sign_in_link.person_id uuid not null
sign_in_link.secret_hash bytea not null
sign_in_link.used_at timestamp with time zone
time_week.approved_at timestamp with time zone
time_week.approved_by uuid
time_week.assigned_manager_id uuid
time_week.comment text
time_week.id uuid not null
time_week.is_locked boolean
time_week.modified_at timestamp with time zone not null
time_week.organization_id uuid not null
time_week.person_id uuid not null
time_week.state smallint not null default 0
time_week.submitted_at timestamp with time zone
time_week.version integer not null default 1
time_week.week_end date not null
time_week.week_start date not null
track.deadline_at timestamp with time zone
track.is_running boolean not null default false
track.organization_id uuid not null
track.person_id uuid not null
track.state jsonb not null
track.version bigint not null default 1
webhook.acts text[] not null default '{}'::text[]
webhook.created_at timestamp with time zone not null default now()
webhook.created_by uuid
webhook.description text not null default ''::text
webhook.events text[] not null default '{}'::text[]
webhook.id uuid not null
webhook.is_enabled boolean not null default true
webhook.organization_id uuid not null
webhook.sealed_secret bytea not null
webhook.url text not null
webhook.version integer not null default 1
webhook_delivery.attempts integer not null default 0
webhook_delivery.body text not null
webhook_delivery.created_at timestamp with time zone not null default now()
webhook_delivery.event_id uuid not null
webhook_delivery.event_type text not null
webhook_delivery.fault text
webhook_delivery.id uuid not null
webhook_delivery.last_attempt_at timestamp with time zone
webhook_delivery.next_attempt_at timestamp with time zone
webhook_delivery.organization_id uuid not null
webhook_delivery.response_status integer
webhook_delivery.state text not null default 'pending'::text
webhook_delivery.webhook_id uuid not null
work_item.area_path text
work_item.assigned_to text
work_item.changed_at timestamp with time zone not null
work_item.created_at timestamp with time zone not null
work_item.deleted_at timestamp with time zone
work_item.effort double precision
work_item.fields jsonb not null default '{}'::jsonb
work_item.id integer not null
work_item.iteration_path text
work_item.organization_id uuid not null
work_item.parent_id integer
work_item.project text not null
work_item.revision integer not null
work_item.state text not null
work_item.state_category text not null
work_item.title text not null
work_item.type text not null
work_item.words tsvector not null generated stored array_to_tsvector(search_words(organization_id, title))
work_item_ancestry.ancestor_id integer not null
work_item_ancestry.depth smallint not null
work_item_ancestry.descendant_id integer not null
work_item_ancestry.organization_id uuid not null
work_item_automation.estimate_field text
work_item_automation.organization_id uuid not null
work_item_automation.project text not null
work_item_automation.recomputed_at timestamp with time zone
work_item_automation.recomputed_items integer
work_item_automation.reduces_remaining boolean not null default false
work_item_automation.sets_completed boolean not null default false
work_item_automation.version integer not null default 1
work_item_booking.id uuid not null default gen_random_uuid()
work_item_booking.organization_id uuid not null
work_item_booking.seconds bigint not null
work_item_booking.work_item_id integer not null
work_item_budget.assignment_type smallint not null
work_item_budget.budget_id uuid not null
work_item_budget.organization_id uuid not null
work_item_budget.work_item_id integer not null
work_item_type.color text not null
work_item_type.name text not null
work_item_type.organization_id uuid not null
work_item_type.project text not null
work_item_type.states jsonb not null default '[]'::jsonb
work_item_write.asked integer not null default 1
work_item_write.attempts integer not null default 0
work_item_write.failures integer not null default 0
work_item_write.fault text
work_item_write.intent jsonb
work_item_write.next_attempt_at timestamp with time zone
work_item_write.organization_id uuid not null
work_item_write.outcome text
work_item_write.overrun_seconds double precision not null default 0
work_item_write.owed_seconds bigint not null default 0
work_item_write.recomputed_project text
work_item_write.tried_at timestamp with time zone
work_item_write.work_item_id integer not null
work_item_write.written_at timestamp with time zone
work_log.activity_type_id uuid not null
work_log.added_by uuid not null
work_log.billable_seconds integer
work_log.comment text not null default ''::text
work_log.created_at timestamp with time zone not null
work_log.deleted_at timestamp with time zone
work_log.edited_at timestamp with time zone not null
work_log.edited_by uuid not null
work_log.has_clock_time boolean not null default true
work_log.id uuid not null
work_log.is_billable boolean not null default false
work_log.is_changed boolean not null default false
work_log.is_edited_by_owner boolean not null default false
work_log.is_from_api boolean not null default false
work_log.is_imported boolean not null default false
work_log.is_tracked boolean not null default false
work_log.is_tracked_extended boolean not null default false
work_log.local_created_at timestamp without time zone not null
work_log.local_edited_at timestamp without time zone not null
work_log.local_started_at timestamp without time zone not null
work_log.organization_id uuid not null
work_log.person_id uuid not null
work_log.seconds integer not null
work_log.started_at timestamp with time zone not null
work_log.version integer not null default 1
work_log.work_item_id integer
work_log_override.attached_budget_id uuid
work_log_override.billable_seconds integer
work_log_override.budget_id uuid
work_log_override.deleted_at timestamp with time zone
work_log_override.id uuid
work_log_override.item_budget_id uuid
work_log_override.local_started_at timestamp without time zone
work_log_override.organization_id uuid
work_log_override.seconds integer
work_log_override.work_item_id integer

# constraints
activity_type activity_type_color_check CHECK ((color ~ '^[0-9a-f]{6}$'::text))
activity_type activity_type_live UNIQUE (organization_id, live_id)
activity_type activity_type_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
activity_type activity_type_pkey PRIMARY KEY (organization_id, id)
api_token api_token_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
api_token api_token_organization_id_secret_hash_key UNIQUE (organization_id, secret_hash)
api_token api_token_pkey PRIMARY KEY (organization_id, id)
attempt_count attempt_count_pkey PRIMARY KEY (organization_id, subject, window_seconds)
audit_log audit_log_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
audit_log audit_log_pkey PRIMARY KEY (organization_id, id)
azure_devops_connection azure_devops_connection_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
azure_devops_connection azure_devops_connection_pkey PRIMARY KEY (organization_id)
azure_devops_connection azure_devops_connection_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'connected'::text, 'unreachable'::text, 'unauthorized'::text])))
budget budget_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
budget budget_pkey PRIMARY KEY (organization_id, id)
budget budget_planned_seconds_check CHECK ((planned_seconds >= 0))
budget_assignment budget_assignment_check CHECK ((num_nonnulls(work_item_id, iteration_path, work_log_id) = 1))
budget_assignment budget_assignment_organization_id_budget_id_fkey FOREIGN KEY (organization_id, budget_id) REFERENCES budget(organization_id, id)
budget_assignment budget_assignment_organization_id_work_log_id_fkey FOREIGN KEY (organization_id, work_log_id) REFERENCES work_log(organization_id, id)
budget_assignment budget_assignment_pkey PRIMARY KEY (organization_id, id)
calendar_source calendar_source_account_check CHECK (((kind = 'ical'::text) = (account IS NULL)))
calendar_source calendar_source_color_check CHECK ((color ~ '^[0-9a-f]{6}$'::text))
calendar_source calendar_source_kind_check CHECK ((kind = ANY (ARRAY['ical'::text, 'outlook'::text, 'google'::text])))
calendar_source calendar_source_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
calendar_source calendar_source_pkey PRIMARY KEY (organization_id, person_id, id)
explorer_layout explorer_layout_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
explorer_layout explorer_layout_pkey PRIMARY KEY (organization_id, person_id, id)
external_identity external_identity_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
external_identity external_identity_pkey PRIMARY KEY (organization_id, issuer, subject)
group_member group_member_organization_id_group_id_fkey FOREIGN KEY (organization_id, group_id) REFERENCES person_group(organization_id, id) ON DELETE CASCADE
group_member group_member_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
group_member group_member_pkey PRIMARY KEY (organization_id, group_id, person_id)
idempotency_key idempotency_key_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
idempotency_key idempotency_key_pkey PRIMARY KEY (organization_id, person_id, key)
iteration iteration_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
iteration iteration_pkey PRIMARY KEY (organization_id, path)
live_event live_event_pkey PRIMARY KEY (organization_id, id)
live_process live_process_carrier_check CHECK ((carrier = ANY (ARRAY['notify'::text, 'table'::text])))
live_process live_process_pkey PRIMARY KEY (id)
mail_message mail_message_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
mail_message mail_message_pkey PRIMARY KEY (organization_id, id)
mail_message mail_message_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text])))
oauth_token oauth_token_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'refresh'::text])))
oauth_token oauth_token_organization_id_app_id_fkey FOREIGN KEY (organization_id, app_id) REFERENCES paired_app(organization_id, id) ON DELETE CASCADE
oauth_token oauth_token_pkey PRIMARY KEY (organization_id, secret_hash)
organization organization_pkey PRIMARY KEY (id)
organization organization_slug_check CHECK ((slug = lower(slug)))
organization organization_slug_key UNIQUE (slug)
outbox outbox_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
outbox outbox_pkey PRIMARY KEY (organization_id, id)
paired_app paired_app_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
paired_app paired_app_pkey PRIMARY KEY (organization_id, id)
pairing pairing_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
pairing pairing_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
pairing pairing_pkey PRIMARY KEY (organization_id, secret_hash)
password password_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
password password_pkey PRIMARY KEY (organization_id, person_id)
person person_default_activity_type FOREIGN KEY (organization_id, default_activity_type_id) REFERENCES activity_type(organization_id, live_id)
person person_organization_id_approval_manager_id_fkey FOREIGN KEY (organization_id, approval_manager_id) REFERENCES person(organization_id, id)
person person_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
person person_own_role_check CHECK ((own_role = ANY (ARRAY['None'::text, 'Team'::text, 'Product'::text, 'Budget'::text, 'Administrator'::text])))
person person_pkey PRIMARY KEY (organization_id, id)
person person_role_check CHECK ((role = ANY (ARRAY['None'::text, 'Team'::text, 'Product'::text, 'Budget'::text, 'Administrator'::text])))
person_group person_group_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
person_group person_group_pkey PRIMARY KEY (organization_id, id)
person_group person_group_role_check CHECK ((role = ANY (ARRAY['None'::text, 'Team'::text, 'Product'::text, 'Budget'::text, 'Administrator'::text])))
person_group person_group_source_check CHECK ((source = ANY (ARRAY['stint'::text, 'azureDevOps'::text, 'openid'::text])))
reminder_run reminder_run_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'weekly'::text, 'unsubmitted'::text, 'digest'::text])))
reminder_run reminder_run_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
reminder_run reminder_run_pkey PRIMARY KEY (organization_id, person_id, kind, day)
report report_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
report report_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id)
report report_pkey PRIMARY KEY (organization_id, id)
report report_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'organization'::text])))
report_schedule report_schedule_attachment_check CHECK ((attachment = ANY (ARRAY['csv'::text, 'xlsx'::text])))
report_schedule report_schedule_frequency_check CHECK ((frequency = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text])))
report_schedule report_schedule_month_day_check CHECK (((month_day >= 1) AND (month_day <= 31)))
report_schedule report_schedule_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
report_schedule report_schedule_pkey PRIMARY KEY (organization_id, id)
report_schedule report_schedule_weekday_check CHECK (((weekday >= 0) AND (weekday <= 6)))
schema_migration schema_migration_pkey PRIMARY KEY (version)
session session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'link'::text, 'openid'::text])))
session session_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
session session_organization_id_secret_hash_key UNIQUE (organization_id, secret_hash)
session session_pkey PRIMARY KEY (organization_id, id)
sign_in_link sign_in_link_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
sign_in_link sign_in_link_pkey PRIMARY KEY (organization_id, secret_hash)
time_week time_week_check CHECK ((week_end = (week_start + 6)))
time_week time_week_organization_id_approved_by_fkey FOREIGN KEY (organization_id, approved_by) REFERENCES person(organization_id, id)
time_week time_week_organization_id_assigned_manager_id_fkey FOREIGN KEY (organization_id, assigned_manager_id) REFERENCES person(organization_id, id)
time_week time_week_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id)
time_week time_week_organization_id_person_id_week_start_key UNIQUE (organization_id, person_id, week_start)
time_week time_week_pkey PRIMARY KEY (organization_id, id)
time_week time_week_state_check CHECK ((state = ANY (ARRAY[0, 1, 2, 3, 99])))
track track_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id)
track track_pkey PRIMARY KEY (organization_id, person_id)
webhook webhook_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
webhook webhook_pkey PRIMARY KEY (organization_id, id)
webhook_delivery webhook_delivery_organization_id_webhook_id_fkey FOREIGN KEY (organization_id, webhook_id) REFERENCES webhook(organization_id, id) ON DELETE CASCADE
webhook_delivery webhook_delivery_pkey PRIMARY KEY (organization_id, id)
webhook_delivery webhook_delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
work_item work_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
work_item work_item_pkey PRIMARY KEY (organization_id, id)
work_item_ancestry work_item_ancestry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
work_item_ancestry work_item_ancestry_pkey PRIMARY KEY (organization_id, ancestor_id, depth, descendant_id)
work_item_automation work_item_automation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
work_item_automation work_item_automation_pkey PRIMARY KEY (organization_id, project)
work_item_booking work_item_booking_pkey PRIMARY KEY (organization_id, id)
work_item_budget work_item_budget_assignment_type_check CHECK ((assignment_type = ANY (ARRAY[2, 3, 4])))
work_item_budget work_item_budget_organization_id_budget_id_fkey FOREIGN KEY (organization_id, budget_id) REFERENCES budget(organization_id, id) ON DELETE CASCADE
work_item_budget work_item_budget_pkey PRIMARY KEY (organization_id, work_item_id)
work_item_type work_item_type_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
work_item_type work_item_type_pkey PRIMARY KEY (organization_id, project, name)
work_item_write work_item_write_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id)
work_item_write work_item_write_outcome_check CHECK ((outcome = ANY (ARRAY['written'::text, 'same'::text, 'noField'::text, 'gone'::text, 'failed'::text])))
work_item_write work_item_write_pkey PRIMARY KEY (organization_id, work_item_id)
work_log work_log_activity_type FOREIGN KEY (organization_id, activity_type_id) REFERENCES activity_type(organization_id, live_id)
work_log work_log_billable_seconds_check CHECK ((billable_seconds >= 0))
work_log work_log_organization_id_added_by_fkey FOREIGN KEY (organization_id, added_by) REFERENCES person(organization_id, id)
work_log work_log_organization_id_edited_by_fkey FOREIGN KEY (organization_id, edited_by) REFERENCES person(organization_id, id)
work_log work_log_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id)
work_log work_log_pkey PRIMARY KEY (organization_id, id)
work_log work_log_seconds_check CHECK ((seconds >= 0))

# indexes
CREATE UNIQUE INDEX activity_type_default ON public.activity_type USING btree (organization_id) WHERE is_system_default
CREATE UNIQUE INDEX activity_type_name ON public.activity_type USING btree (organization_id, lower(name)) WHERE (deleted_at IS NULL)
CREATE INDEX api_token_person ON public.api_token USING btree (organization_id, person_id)
CREATE INDEX audit_log_affects ON public.audit_log USING btree (organization_id, affects, id) WHERE (affects IS NOT NULL)
CREATE INDEX audit_log_entity ON public.audit_log USING btree (organization_id, entity, entity_id, id)
CREATE INDEX audit_log_given_away ON public.audit_log USING btree (organization_id, ((before ->> 'person_id'::text)), id) WHERE ((entity = 'worklog'::text) AND ((before ->> 'person_id'::text) <> (after ->> 'person_id'::text)))
CREATE INDEX audit_log_person ON public.audit_log USING btree (organization_id, person_id, id)
CREATE INDEX budget_assignment_budget ON public.budget_assignment USING btree (organization_id, budget_id)
CREATE UNIQUE INDEX budget_assignment_iteration ON public.budget_assignment USING btree (organization_id, lower(iteration_path)) WHERE (NOT is_exclusion)
CREATE UNIQUE INDEX budget_assignment_iteration_once ON public.budget_assignment USING btree (organization_id, lower(iteration_path), budget_id) WHERE (iteration_path IS NOT NULL)
CREATE UNIQUE INDEX budget_assignment_work_item ON public.budget_assignment USING btree (organization_id, work_item_id) WHERE (NOT is_exclusion)
CREATE UNIQUE INDEX budget_assignment_work_item_once ON public.budget_assignment USING btree (organization_id, work_item_id, budget_id) WHERE (work_item_id IS NOT NULL)
CREATE UNIQUE INDEX budget_assignment_work_log ON public.budget_assignment USING btree (organization_id, work_log_id) WHERE (NOT is_exclusion)
CREATE UNIQUE INDEX budget_assignment_work_log_once ON public.budget_assignment USING btree (organization_id, work_log_id, budget_id) WHERE (work_log_id IS NOT NULL)
CREATE UNIQUE INDEX budget_name ON public.budget USING btree (organization_id, lower(name))
CREATE UNIQUE INDEX explorer_layout_default ON public.explorer_layout USING btree (organization_id, person_id) WHERE is_default
CREATE INDEX group_member_person ON public.group_member USING btree (organization_id, person_id)
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at)
CREATE INDEX mail_message_age ON public.mail_message USING btree (created_at)
CREATE INDEX mail_message_due ON public.mail_message USING btree (next_attempt_at) WHERE (state = 'pending'::text)
CREATE UNIQUE INDEX mail_message_once ON public.mail_message USING btree (organization_id, dedupe_key)
CREATE INDEX oauth_token_app ON public.oauth_token USING btree (organization_id, app_id)
CREATE UNIQUE INDEX organization_default ON public.organization USING btree (is_default) WHERE is_default
CREATE INDEX paired_app_person ON public.paired_app USING btree (organization_id, person_id)
CREATE INDEX pairing_pin ON public.pairing USING btree (organization_id, pin_hash)
CREATE UNIQUE INDEX person_azure_devops ON public.person USING btree (organization_id, azure_devops_id)
CREATE UNIQUE INDEX person_email ON public.person USING btree (organization_id, lower(email))
CREATE UNIQUE INDEX person_group_external ON public.person_group USING btree (organization_id, source, external_id)
CREATE UNIQUE INDEX person_group_name ON public.person_group USING btree (organization_id, lower(name))
CREATE UNIQUE INDEX person_unique_name ON public.person USING btree (organization_id, lower(unique_name))
CREATE INDEX report_person ON public.report USING btree (organization_id, person_id, "position")
CREATE INDEX report_schedule_due ON public.report_schedule USING btree (next_run_at) WHERE is_enabled
CREATE INDEX report_schedule_person ON public.report_schedule USING btree (organization_id, person_id)
CREATE INDEX report_schedule_report ON public.report_schedule USING btree (organization_id, report_id)
CREATE UNIQUE INDEX report_share ON public.report USING btree (organization_id, share_id)
CREATE INDEX report_visible ON public.report USING btree (organization_id) WHERE (visibility = 'organization'::text)
CREATE INDEX session_person ON public.session USING btree (organization_id, person_id)
CREATE INDEX time_week_start ON public.time_week USING btree (organization_id, week_start, state)
CREATE INDEX track_deadline ON public.track USING btree (deadline_at) WHERE (deadline_at IS NOT NULL)
CREATE INDEX webhook_delivery_age ON public.webhook_delivery USING btree (created_at)
CREATE INDEX webhook_delivery_next ON public.webhook_delivery USING btree (organization_id, webhook_id, next_attempt_at) WHERE (state = 'pending'::text)
CREATE INDEX webhook_delivery_webhook ON public.webhook_delivery USING btree (organization_id, webhook_id, id)
CREATE UNIQUE INDEX work_item_ancestry_above ON public.work_item_ancestry USING btree (organization_id, descendant_id, depth) INCLUDE (ancestor_id)
CREATE INDEX work_item_assigned ON public.work_item USING btree (organization_id, lower(assigned_to), changed_at DESC)
CREATE INDEX work_item_budget_budget ON public.work_item_budget USING btree (organization_id, budget_id)
CREATE INDEX work_item_category ON public.work_item USING btree (organization_id, state_category, changed_at DESC)
CREATE INDEX work_item_changed ON public.work_item USING btree (organization_id, changed_at DESC)
CREATE INDEX work_item_iteration ON public.work_item USING btree (iteration_path, organization_id) WHERE (iteration_path IS NOT NULL)
CREATE INDEX work_item_parent ON public.work_item USING btree (organization_id, parent_id)
CREATE INDEX work_item_title ON public.work_item USING btree (organization_id, search_title(title) COLLATE "C")
CREATE INDEX work_item_words ON public.work_item USING gin (words) WITH (fastupdate=off)
CREATE INDEX work_item_write_due ON public.work_item_write USING btree (organization_id, next_attempt_at) WHERE (next_attempt_at IS NOT NULL)
CREATE INDEX work_item_write_recomputed ON public.work_item_write USING btree (organization_id, recomputed_project) WHERE (recomputed_project IS NOT NULL)
CREATE INDEX work_log_clock ON public.work_log USING btree (organization_id, person_id, started_at) WHERE ((deleted_at IS NULL) AND has_clock_time)
CREATE INDEX work_log_edited ON public.work_log USING btree (organization_id, edited_at)
CREATE INDEX work_log_long ON public.work_log USING btree (organization_id, person_id, started_at) WHERE ((seconds > 21600) AND (deleted_at IS NULL) AND has_clock_time)
CREATE INDEX work_log_person ON public.work_log USING btree (organization_id, person_id, local_started_at DESC, id DESC) INCLUDE (seconds, work_item_id) WHERE (deleted_at IS NULL)
CREATE INDEX work_log_time ON public.work_log USING btree (organization_id, local_started_at DESC, id DESC) INCLUDE (person_id, work_item_id, activity_type_id, seconds, billable_seconds) WHERE (deleted_at IS NULL)
CREATE INDEX work_log_work_item ON public.work_log USING btree (organization_id, work_item_id) INCLUDE (person_id, seconds, billable_seconds) WHERE (deleted_at IS NULL)

# views
work_log_override with security_invoker=true grant stint_app select
 SELECT w.organization_id,
    w.id,
    w.work_item_id,
    w.seconds,
    w.billable_seconds,
    w.local_started_at,
    w.deleted_at,
    own.attached AS attached_budget_id,
    of_item.budget_id AS item_budget_id,
    budget_in_the_end(w.organization_id, w.work_item_id, of_item.budget_id, own.attached, own.excluded) AS budget_id
   FROM ((( SELECT a.organization_id,
            a.work_log_id,
            (array_agg(a.budget_id) FILTER (WHERE (NOT a.is_exclusion)))[1] AS attached,
            array_agg(a.budget_id) FILTER (WHERE a.is_exclusion) AS excluded
           FROM budget_assignment a
          WHERE (a.work_log_id IS NOT NULL)
          GROUP BY a.organization_id, a.work_log_id) own
     JOIN work_log w ON (((w.organization_id = own.organization_id) AND (w.id = own.work_log_id))))
     LEFT JOIN work_item_budget of_item ON (((of_item.organization_id = w.organization_id) AND (of_item.work_item_id = w.work_item_id))));

# policies
activity_type organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
api_token organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
attempt_count organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
audit_log organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
azure_devops_connection organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
budget organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
budget_assignment organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
calendar_source organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
explorer_layout organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
external_identity organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
group_member organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
idempotency_key organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
iteration organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
live_event organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
mail_message organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
oauth_token organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
outbox organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
paired_app organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
pairing organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
password organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
person organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
person_group organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
reminder_run organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
report organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
report_schedule organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
session organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
sign_in_link organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
time_week organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
track organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
webhook organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
webhook_delivery organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item_ancestry organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item_automation organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item_booking organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item_budget organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item_type organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_item_write organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))
work_log organization_only permissive for all to public using (((organization_id = ( SELECT current_organization() AS current_organization)) OR ( SELECT sees_every_organization() AS sees_every_organization)))

# functions
CREATE OR REPLACE FUNCTION public.budget_in_the_end(organization uuid, item integer, of_item uuid, attached uuid, excluded uuid[])
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (attached IS NOT NULL) THEN attached WHEN (of_item = ANY (excluded)) THEN (SELECT further.budget_id FROM resolved_budgets(budget_in_the_end.organization, ARRAY[budget_in_the_end.item], budget_in_the_end.excluded) further(work_item_id, budget_id, assignment_type)) ELSE of_item END
CREATE OR REPLACE FUNCTION public.budget_lock_key(organization uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN hashtextextended(('budgets '::text || organization), (0)::bigint)
CREATE OR REPLACE FUNCTION public.budget_of(organization uuid, work_log uuid, item integer)
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT budget_in_the_end(budget_of.organization, budget_of.item, ( SELECT b.budget_id
            FROM work_item_budget b
           WHERE ((b.organization_id = budget_of.organization) AND (b.work_item_id = budget_of.item))), (array_agg(a.budget_id) FILTER (WHERE (NOT a.is_exclusion)))[1], array_agg(a.budget_id) FILTER (WHERE a.is_exclusion)) AS budget_in_the_end
    FROM budget_assignment a
   WHERE ((a.organization_id = budget_of.organization) AND (a.work_log_id = budget_of.work_log));
END
CREATE OR REPLACE FUNCTION public.budget_sums(organization uuid, budgets uuid[])
 RETURNS TABLE(budget_id uuid, tracked bigint, billed bigint, work_logs bigint)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT part.budget_id,
     (sum(part.tracked))::bigint AS sum,
     (sum(part.billed))::bigint AS sum,
     (sum(part.work_logs))::bigint AS sum
    FROM ( SELECT b.budget_id,
             sum(w.seconds) AS tracked,
             COALESCE(sum(w.billable_seconds), (0)::bigint) AS billed,
             count(*) AS work_logs
            FROM (work_item_budget b
              JOIN work_log w ON (((w.organization_id = budget_sums.organization) AND (w.work_item_id = b.work_item_id) AND (w.deleted_at IS NULL))))
           WHERE ((b.organization_id = budget_sums.organization) AND (b.budget_id = ANY (budget_sums.budgets)))
           GROUP BY b.budget_id
         UNION ALL
          SELECT o.item_budget_id,
             (- o.seconds),
             (- COALESCE(o.billable_seconds, 0)),
             '-1'::integer
            FROM work_log_override o
           WHERE ((o.organization_id = budget_sums.organization) AND (o.item_budget_id = ANY (budget_sums.budgets)) AND (o.deleted_at IS NULL))
         UNION ALL
          SELECT o.budget_id,
             o.seconds,
             COALESCE(o.billable_seconds, 0) AS "coalesce",
             1
            FROM work_log_override o
           WHERE ((o.organization_id = budget_sums.organization) AND (o.budget_id = ANY (budget_sums.budgets)) AND (o.deleted_at IS NULL) AND ((o.attached_budget_id IS NULL) OR (o.attached_budget_id = ANY (budget_sums.budgets))))) part
   GROUP BY part.budget_id;
END
CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(nullif(current_setting('stint.organization_id', true), '*'), '')::uuid
$function$
CREATE OR REPLACE FUNCTION public.effort_of(organization uuid, of_project text, fields jsonb)
 RETURNS double precision
 LANGUAGE sql
 STABLE
AS $function$
  select (fields ->> name)::double precision
  from (
    select estimate_field as name, 0 as place from work_item_automation
    where organization_id = organization and project = of_project and estimate_field is not null
    union all
    select 'Microsoft.VSTS.Scheduling.' || usual, place
    from unnest(array['Effort', 'StoryPoints', 'Size', 'OriginalEstimate']) with ordinality as u(usual, place)
    where not exists (select from work_item_automation
      where organization_id = organization and project = of_project and estimate_field is not null)
  ) candidate
  where jsonb_typeof(fields -> name) = 'number'
  order by place limit 1
$function$
CREATE OR REPLACE FUNCTION public.field_flag(fields jsonb, name text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE lower((fields ->> name)) WHEN 'true'::text THEN true WHEN 'yes'::text THEN true WHEN '1'::text THEN true WHEN 'false'::text THEN false WHEN 'no'::text THEN false WHEN '0'::text THEN false ELSE NULL::boolean END
CREATE OR REPLACE FUNCTION public.field_instant(fields jsonb, name text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (((fields ->> name) ~ '^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[-+](0\d|1[0-4]):?[0-5]\d)?)?$'::text) AND (((substr((fields ->> name), 9, 2))::integer)::numeric <= EXTRACT(day FROM ((make_date((substr((fields ->> name), 1, 4))::integer, (substr((fields ->> name), 6, 2))::integer, 1) + '1 mon'::interval) - '1 day'::interval)))) THEN (((fields ->> name) || CASE WHEN ((fields ->> name) ~ '(Z|:\d\d[-+][\d:]+|\.\d+[-+][\d:]+)$'::text) THEN ''::text ELSE 'Z'::text END))::timestamp with time zone ELSE NULL::timestamp with time zone END
CREATE OR REPLACE FUNCTION public.field_integer(fields jsonb, name text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((field_number(fields, name) >= ('-2147483648'::integer)::double precision) AND (field_number(fields, name) <= (2147483647)::double precision)) THEN (round(field_number(fields, name)))::integer ELSE NULL::integer END
CREATE OR REPLACE FUNCTION public.field_moment(fields jsonb, name text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN ((fields ->> name) ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d'::text) THEN ((fields ->> name))::timestamp with time zone ELSE NULL::timestamp with time zone END
CREATE OR REPLACE FUNCTION public.field_number(fields jsonb, name text)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((jsonb_typeof((fields -> name)) = ANY (ARRAY['number'::text, 'string'::text])) AND (length((fields ->> name)) <= 250) AND ((fields ->> name) ~ '^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d)?\s*$'::text)) THEN ((fields ->> name))::double precision ELSE NULL::double precision END
CREATE OR REPLACE FUNCTION public.field_text(fields jsonb, name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((jsonb_typeof((fields -> name)) = 'object'::text) AND ((fields -> name) ? 'displayName'::text)) THEN concat(((fields -> name) ->> 'displayName'::text), ((' <'::text || NULLIF(((fields -> name) ->> 'uniqueName'::text), ''::text)) || '>'::text)) ELSE (fields ->> name) END
CREATE OR REPLACE FUNCTION public.fill_outbox()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  told uuid;
begin
  if not exists (select from webhook where is_enabled) then
    return null;
  end if;
  for told in
    with noted as (
      insert into outbox (organization_id, id)
      select organization_id, id from written
      where exists (select from webhook
        where webhook.organization_id = written.organization_id and is_enabled
          and written.entity || ' ' || written.action = any(acts))
      returning organization_id
    )
    select distinct organization_id from noted
  loop
    perform pg_notify('stint_outbox', told::text);
  end loop;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.first_of_circles(next integer[])
 RETURNS integer[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  walked integer[] := array_fill(0, array[cardinality(next)]);
  at integer;
  first integer;
  firsts integer[] := '{}';
begin
  for start in 1 .. cardinality(next) loop
    at := start;
    while walked[at] = 0 loop
      walked[at] := start;
      at := next[at];
    end loop;
    continue when walked[at] <> start;
    -- This walk has closed a circle; once around it.
    first := at;
    loop
      at := next[at];
      exit when walked[at] = -start;
      walked[at] := -start;
      first := least(first, at);
    end loop;
    firsts := firsts || first;
  end loop;
  return firsts;
end $function$
CREATE OR REPLACE FUNCTION public.is_in_scope(scope search_scope, project text, state text, type text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((((scope).projects = '{}'::text[]) OR (lower(project) = ANY ((scope).projects))) AND (((scope).states = '{}'::text[]) OR (lower(state) = ANY ((scope).states))) AND (((scope).types = '{}'::text[]) OR (lower(type) = ANY ((scope).types))))
CREATE OR REPLACE FUNCTION public.may_see(organization uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select sees_every_organization() or coalesce(organization = current_organization(), false)
$function$
CREATE OR REPLACE FUNCTION public.note_bookings(changes jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into work_item_booking (organization_id, work_item_id, seconds)
  select organization, item, sum(seconds)
  from jsonb_to_recordset(changes) as c(organization uuid, item integer, seconds bigint)
  where item is not null and exists (
    select from work_item_automation a
    where a.organization_id = organization and (a.reduces_remaining or a.sets_completed))
  group by organization, item
  having sum(seconds) <> 0
$function$
CREATE OR REPLACE FUNCTION public.note_work_logs_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from work_item_automation where reduces_remaining or sets_completed) then
    perform note_bookings(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'item', work_item_id, 'seconds', seconds)))
    from written where deleted_at is null having count(*) > 0;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.note_work_logs_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from work_item_automation where reduces_remaining or sets_completed) then
    perform note_bookings(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'item', item, 'seconds', length)))
    from (
      select organization_id, work_item_id as item, seconds as length from written where deleted_at is null
      union all
      select organization_id, work_item_id, -seconds from replaced where deleted_at is null
    ) each having count(*) > 0;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.note_work_logs_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from work_item_automation where reduces_remaining or sets_completed) then
    perform note_bookings(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'item', work_item_id, 'seconds', -seconds)))
    from replaced where deleted_at is null having count(*) > 0;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.plain_text(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(lower(NORMALIZE(given, NFKD)), '[\u0300-\u036f]'::text, ''::text, 'g'::text)
CREATE OR REPLACE FUNCTION public.refresh_work_item_ancestry(organization uuid, items integer[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  most_levels constant smallint := 100;
  -- to be placed
  waiting integer[];
  -- those whose turn it is: what is above them has its place
  ready integer[];
begin
  -- One change of the hierarchy after the other: each sees what those before have made of it.
  perform pg_advisory_xact_lock(hashtextextended('hierarchy ' || organization, 0));
  if items is null then
    waiting := array(select w.id from work_item w where w.organization_id = organization);
    delete from work_item_ancestry a where a.organization_id = organization;
  else
    waiting := array(
      with recursive below (id) as (
        select unnest(items)
        union
        select child.id from below
        cross join lateral (
          select w.id from work_item w
          where w.organization_id = organization and w.parent_id = below.id and w.deleted_at is null
          offset 0
        ) child
      )
      select below.id from below
    );
    delete from work_item_ancestry a where a.organization_id = organization and a.descendant_id = any (waiting);
  end if;
  loop
    waiting := array(
      with recursive above (id, parent_id) as (
        select w.id, w.parent_id from without_place(organization, waiting) w
        union
        select w.id, w.parent_id from above
        cross join lateral without_place(organization, array[above.parent_id]) w
      )
      select above.id from above order by above.id
    );
    exit when cardinality(waiting) = 0;
    ready := array(
      select w.id from without_place(organization, waiting) w
      where not exists (select from without_place(organization, array[w.parent_id]) offset 0)
    );
    if cardinality(ready) = 0 then
      -- What is left is in circles or below them.
      ready := array(
        select waiting[place]
        from unnest(first_of_circles(array(
          select parent.place::integer
          from unnest(waiting) with ordinality as item (id, place)
          join without_place(organization, waiting) w on w.id = item.id
          join unnest(waiting) with ordinality as parent (id, place) on parent.id = w.parent_id
          order by item.place
        ))) as place
      );
    end if;
    while cardinality(ready) > 0 loop
      insert into work_item_ancestry (organization_id, ancestor_id, descendant_id, depth)
      select organization, w.id, w.id, 0 from without_place(organization, ready) w
      union all
      select organization, above.ancestor_id, w.id, above.depth + 1
      from without_place(organization, ready) w
      cross join lateral (
        select a.ancestor_id, a.depth from work_item_ancestry a
        where a.organization_id = organization and a.descendant_id = w.parent_id and a.depth < most_levels
        offset 0
      ) above;
      ready := array(
        select w.id from without_place(organization, array(
          select child.id from unnest(ready) as placed
          cross join lateral (
            select below.id from work_item below
            where below.organization_id = organization and below.parent_id = placed
            offset 0
          ) child
        )) w
      );
    end loop;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is append-only';
end $function$
CREATE OR REPLACE FUNCTION public.refused_entries(organization uuid, asked asked_entry[], now timestamp with time zone, locked_states smallint[], overlap_tolerance integer, closed_before timestamp with time zone)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_sort TO 'off'
 SET enable_incremental_sort TO 'off'
AS $function$
declare
  each asked_entry;
  locked_person uuid;
  locked text;
  day date;
  week record;
  -- Another entry overlaps when it begins before the one, and ends after the other.
  begins_before timestamptz;
  ends_after timestamptz;
  item record;
  item_budget record;
  budget_id uuid;
  budget_name text;
  is_budget_closed boolean;
  found_facts json;
  refused json[] := '{}';
begin
  if may_see(organization) is not true then
    return null;
  end if;
  if cardinality(asked) > 1 then
    asked := array(select one from unnest(asked) as one order by one.person_id, one.id);
  end if;
  foreach each in array asked loop
    if each.person_id is distinct from locked_person then
      locked_person := each.person_id;
      if overlap_tolerance is null then
        locked := pg_advisory_xact_lock_shared(time_lock_key(organization, locked_person));
      else
        locked := pg_advisory_xact_lock(time_lock_key(organization, locked_person));
      end if;
    end if;

    if locked_states is not null then
      day := each.local_started_at::date;
      -- Two where the organization has changed the first day of the week; then the one that locks counts.
      select week_start, week_end, state, is_locked into week
      from (
        select week_start, week_end, state, is_locked from time_week
        where (organization_id, person_id, week_start) >= (organization, each.person_id, day - 6)
          and (organization_id, person_id, week_start) <= (organization, each.person_id, day)
        order by organization_id, person_id, week_start
        limit 7
      ) near
      order by state = any (locked_states) or is_locked is true desc, is_locked is false desc
      limit 1;
      if week.state = any (locked_states) or week.is_locked
        or (week.is_locked is null and coalesce(week.week_end, day) < each.open_from) then
        found_facts := json_build_object('day', day, 'weekStart', week.week_start, 'state', coalesce(week.state, 0),
          'isLocked', week.is_locked, 'openFrom', each.open_from);
        refused := refused || json_build_object('id', each.id, 'rule', 'lockedWeek', 'facts', found_facts);
      end if;
    end if;

    continue when each.only_week;

    -- Whatever is no longer than the tolerance shares no more. A track that begins has no end yet, and ends the one before.
    if each.has_clock_time and coalesce(each.seconds, 86400) > overlap_tolerance then
      ends_after := each.started_at + overlap_tolerance * interval '1 second';
      begins_before := case when each.seconds is null then each.started_at + interval '1 microsecond'
        else each.started_at + (each.seconds - overlap_tolerance) * interval '1 second' end;
      if exists (
        select from (
          select id, started_at, seconds from work_log
          where (organization_id, person_id, started_at) > (organization, each.person_id, ends_after - interval '6 hours')
            and (organization_id, person_id, started_at) < (organization, each.person_id, begins_before)
            and deleted_at is null and has_clock_time
          order by organization_id, person_id, started_at
        ) near
        where started_at + seconds * interval '1 second' > ends_after and seconds > overlap_tolerance and id <> each.id
      ) or exists (
        select from (
          select id, started_at, seconds from work_log
          where (organization_id, person_id, started_at) > (organization, each.person_id, ends_after - interval '32 days')
            and (organization_id, person_id, started_at) < (organization, each.person_id, begins_before)
            and deleted_at is null and has_clock_time and seconds > 21600
          order by organization_id, person_id, started_at
        ) long
        where started_at + seconds * interval '1 second' > ends_after and seconds > overlap_tolerance and id <> each.id
      ) or exists (
        select from track
        where organization_id = organization and person_id = each.person_id and is_running and each.seconds is not null
          and to_timestamp((state #>> '{tracking,run,startedAt}')::float8 / 1000)
            < least(begins_before, now - overlap_tolerance * interval '1 second')
          and now > ends_after
      ) then
        select json_build_object('worklogId', other.id, 'startedAt', extract(epoch from other.started_at) * 1000,
          'localStartedAt', other.local_started_at, 'seconds', other.seconds)
        into found_facts
        from (
          select id, started_at, local_started_at, seconds from work_log
          where organization_id = organization and person_id = each.person_id and deleted_at is null and has_clock_time
            and started_at > ends_after - interval '32 days' and started_at < begins_before
            and started_at + seconds * interval '1 second' > ends_after and seconds > overlap_tolerance and id <> each.id
          union all
          select null, started_at, null, extract(epoch from now - started_at)::integer
          from (
            select to_timestamp((state #>> '{tracking,run,startedAt}')::float8 / 1000) as started_at from track
            where organization_id = organization and person_id = each.person_id and is_running
          ) running
        ) other
        order by other.started_at
        limit 1;
        refused := refused || json_build_object('id', each.id, 'rule', 'overlap', 'facts', found_facts);
      end if;
    end if;

    if closed_before is not null and each.work_item_id is not null then
      select id, state_category into item from work_item
      where (organization_id, id) >= (organization, each.work_item_id)
      order by organization_id, id limit 1;
      if item.id = each.work_item_id and item.state_category in ('Completed', 'Removed') then
        select json_build_object('id', id, 'stateCategory', state_category, 'closedAt', extract(epoch from closed_at) * 1000)
        into found_facts
        from (
          select id, state_category, coalesce(field_moment(fields, 'Microsoft.VSTS.Common.ClosedDate'),
            field_moment(fields, 'Microsoft.VSTS.Common.StateChangeDate'), changed_at) as closed_at
          from work_item
          where organization_id = organization and id = each.work_item_id
        ) closed
        where closed_at <= closed_before;
        if found then
          refused := refused || json_build_object('id', each.id, 'rule', 'closedWorkItem', 'facts', found_facts);
        end if;
      end if;
    end if;

    continue when each.without_budget or (each.work_item_id is null and each.is_change is not true);

    budget_id := null;
    if each.is_change then
      budget_id := budget_of(organization, each.id, each.work_item_id);
    else
      select of_item.work_item_id, of_item.budget_id into item_budget from work_item_budget of_item
      where (of_item.organization_id, of_item.work_item_id) >= (organization, each.work_item_id)
      order by of_item.organization_id, of_item.work_item_id limit 1;
      if item_budget.work_item_id = each.work_item_id then
        budget_id := item_budget.budget_id;
      end if;
    end if;
    continue when budget_id is null;
    -- Locked: whoever closes the budget waits for this write, or this write waits and finds it closed.
    select name, is_closed into budget_name, is_budget_closed from budget
    where organization_id = organization and id = budget_id
    for key share;
    if is_budget_closed then
      refused := refused || json_build_object('id', each.id, 'rule', 'closedBudget',
        'facts', json_build_object('name', budget_name));
    end if;
  end loop;
  if cardinality(refused) = 0 then
    return null;
  end if;
  return (
    select json_agg(one) from unnest(refused) as one
    where exists (select from unnest(asked) as a where a.id = (one ->> 'id')::uuid and (a.is_change or a.only_week))
      or not exists (select from work_log where organization_id = organization and id = (one ->> 'id')::uuid)
  );
end $function$ grant stint_app execute
CREATE OR REPLACE FUNCTION public.resolve_work_item_budgets(organization uuid, items integer[])
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  affected integer[];
  changed integer;
begin
  perform pg_advisory_xact_lock(budget_lock_key(organization));
  if not exists (select from budget_assignment a where a.organization_id = organization)
    and not exists (select from work_item_budget b where b.organization_id = organization) then
    return 0;
  end if;
  if items is null then
    affected := array(
      select w.id from work_item w where w.organization_id = organization
      union
      select b.work_item_id from work_item_budget b where b.organization_id = organization
    );
  else
    affected := array(
      with recursive below (id) as (
        select unnest(items)
        union
        select w.id from below join work_item w on w.organization_id = organization and w.parent_id = below.id
      )
      select below.id from below
    );
  end if;
  with resolved as materialized (
    select * from resolved_budgets(organization, affected)
  ), gone as (
    delete from work_item_budget b
    where b.organization_id = organization and b.work_item_id = any (affected)
      and not exists (select from resolved r where r.work_item_id = b.work_item_id)
    returning 1
  ), kept as (
    insert into work_item_budget as b (organization_id, work_item_id, budget_id, assignment_type)
    select organization, r.work_item_id, r.budget_id, r.assignment_type from resolved r
    on conflict (organization_id, work_item_id) do update
      set budget_id = excluded.budget_id, assignment_type = excluded.assignment_type
      where b.budget_id <> excluded.budget_id or b.assignment_type <> excluded.assignment_type
    returning 1
  )
  select (select count(*) from gone) + (select count(*) from kept) into changed;
  if changed > 0 then
    -- No worklog was written, so this is what tells the watch of thresholds.
    perform pg_notify('stint_changed', organization::text);
  end if;
  return changed;
end $function$
CREATE OR REPLACE FUNCTION public.resolved_budgets(organization uuid, items integer[], excluded uuid[] DEFAULT '{}'::uuid[])
 RETURNS TABLE(work_item_id integer, budget_id uuid, assignment_type smallint)
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 WITH RECURSIVE item AS (
          SELECT DISTINCT given.id
            FROM unnest(resolved_budgets.items) given(id)
         ), chain(id, ancestor, distance, walked) AS (
          SELECT item.id,
             item.id,
             0 AS "?column?",
             ARRAY[item.id] AS "array"
            FROM item
         UNION ALL
          SELECT chain.id,
             w.parent_id,
             (chain.distance + 1),
             (chain.walked || w.parent_id)
            FROM (chain
              JOIN work_item w ON (((w.organization_id = resolved_budgets.organization) AND (w.id = chain.ancestor))))
           WHERE ((w.parent_id IS NOT NULL) AND (NOT (w.parent_id = ANY (chain.walked))))
         ), placed AS (
          SELECT w.id,
             lower(w.iteration_path) AS path
            FROM (item
              JOIN work_item w ON (((w.organization_id = resolved_budgets.organization) AND (w.id = item.id))))
           WHERE (w.iteration_path IS NOT NULL)
         ), path_met AS (
          SELECT p.path,
             a.budget_id,
             a.is_exclusion,
             (1000000000 - length(a.iteration_path)) AS distance
            FROM (( SELECT DISTINCT placed.path
                    FROM placed) p
              JOIN budget_assignment a ON (((a.organization_id = resolved_budgets.organization) AND (a.iteration_path IS NOT NULL) AND starts_with((p.path || '\'::text), (lower(a.iteration_path) || '\'::text)))))
         ), met AS (
          SELECT chain.id,
             a.budget_id,
             a.is_exclusion,
             chain.distance
            FROM (chain
              JOIN budget_assignment a ON (((a.organization_id = resolved_budgets.organization) AND (a.work_item_id = chain.ancestor))))
         UNION ALL
          SELECT placed.id,
             path_met.budget_id,
             path_met.is_exclusion,
             path_met.distance
            FROM (placed
              JOIN path_met USING (path))
         )
  SELECT DISTINCT ON (met.id) met.id,
     met.budget_id,
     (
         CASE
             WHEN (met.distance = 0) THEN 2
             WHEN (met.distance < 500000000) THEN 3
             ELSE 4
         END)::smallint AS int2
    FROM met
   WHERE ((NOT met.is_exclusion) AND (met.budget_id <> ALL (resolved_budgets.excluded)) AND (NOT (EXISTS ( SELECT
            FROM met exclusion
           WHERE ((exclusion.id = met.id) AND (exclusion.budget_id = met.budget_id) AND exclusion.is_exclusion AND (exclusion.distance <= met.distance))))))
   ORDER BY met.id, met.distance;
END
CREATE OR REPLACE FUNCTION public.search_candidates(organization uuid, person uuid, names text[], given text, scope search_scope)
 RETURNS integer[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  most constant integer := 250;
  -- Where only a part may be found, more is looked at, though never everything.
  is_limited constant boolean := scope is distinct from row('{}'::text[], '{}'::text[], '{}'::text[])::search_scope;
  most_matching constant integer := case when is_limited then 80 * most else most end;
  most_listed constant integer := case when is_limited then 8 * most else most end;
  searched tsquery;
  found integer[];
begin
  select string_agg('''' || word || ''':*', ' & ')::tsquery into searched
  from (select unnest(search_words(organization, given)) as word limit 20) typed;
  if searched is null then
    return '{}';
  end if;
  found := array(
    select matching.id from (
      select work_item.id, project, state, type from work_item
      -- "is true" leaves the planner no other index than that of the words, which know their organization.
      where words @@ searched and (organization_id = organization) is true and deleted_at is null
      limit most_matching
    ) matching
    where is_in_scope(scope, project, state, type)
    limit most
  );
  if cardinality(found) < most and not is_limited then
    return found;
  end if;
  return array(
    select unnest(found)
    union (
      select id from work_item
      where organization_id = organization and deleted_at is null
        and search_title(title) collate "C" ^@ search_title(btrim(given))
        and is_in_scope(scope, project, state, type)
      limit 100
    )
    union select own.id from unnest(names) as name, lateral (
      select work_item.id, words, project, state, type from work_item
      where organization_id = organization and lower(assigned_to) = name
      order by changed_at desc limit most_listed
    ) own where own.words @@ searched and is_in_scope(scope, project, state, type)
    union select own.id from tracked_before(organization, person) tracked, lateral (
      select work_item.id, words from work_item
      where organization_id = organization and work_item.id = tracked.id
      limit 1
    ) own where own.words @@ searched
    union select id from (
      select work_item.id, words, project, state, type from work_item
      where organization_id = organization and state_category = 'InProgress'
      order by changed_at desc limit most_listed
    ) in_progress where words @@ searched and is_in_scope(scope, project, state, type)
    union select id from (
      select work_item.id, words, project, state, type from work_item
      where organization_id = organization
      order by changed_at desc limit most_listed
    ) latest where words @@ searched and is_in_scope(scope, project, state, type)
  );
end $function$
CREATE OR REPLACE FUNCTION public.search_title(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN "left"(lower(given), 200)
CREATE OR REPLACE FUNCTION public.search_words(organization uuid, given text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT (("right"((search_words.organization)::text, 12) || '/'::text) || "left"(word.word, 60)) FROM regexp_split_to_table(plain_text(search_words.given), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+'::text) word(word) WHERE (word.word <> ''::text))
CREATE OR REPLACE FUNCTION public.search_work_items(organization uuid, person uuid, names text[], query text)
 RETURNS TABLE(group_number integer, id integer)
 LANGUAGE sql
 STABLE ROWS 40
BEGIN ATOMIC
 SELECT found.group_number,
     found.id
    FROM search_work_items(search_work_items.organization, search_work_items.person, search_work_items.names, search_work_items.query, ROW('{}'::text[], '{}'::text[], '{}'::text[])::search_scope) found(group_number, id);
END grant stint_app execute
CREATE OR REPLACE FUNCTION public.search_work_items(organization uuid, person uuid, names text[], query text, scope search_scope)
 RETURNS TABLE(group_number integer, id integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 40
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  typed text := search_title(btrim(query));
  wanted_id bigint := substring(typed from '^#?\s*(\d{1,10})$');
  whole tsquery;
  candidates integer[];
begin
  if may_see(organization) is not true then
    return;
  end if;
  if typed = '' then
    candidates := array(
      select own.id from unnest(names) as name, lateral (
        select work_item.id from work_item
        where organization_id = organization and lower(assigned_to) = name and deleted_at is null
          and state_category not in ('Completed', 'Removed') and is_in_scope(scope, project, state, type)
        order by changed_at desc limit 20
      ) own
      union
      (select tracked.id from tracked_before(organization, person) tracked order by last_at desc limit 40)
      union
      (select in_progress.id from (
        select work_item.id, project, state, type from work_item
        where organization_id = organization and state_category = 'InProgress' and deleted_at is null
        order by changed_at desc limit 2000
      ) in_progress where is_in_scope(scope, project, state, type) limit 50)
    );
  else
    candidates := search_candidates(organization, person, names, query, scope);
    if wanted_id <= 2147483647 then
      candidates := candidates || wanted_id::integer;
    end if;
    select string_agg('''' || word || '''', ' & ')::tsquery into whole
    from unnest(search_words(organization, query)) as word;
  end if;
  return query
  with tracked as materialized (
    select * from tracked_before(organization, person)
  ), grouped as (
    select item.id, item.changed_at, tracked.last_at, item.id = wanted_id as is_wanted,
      case
        when lower(item.assigned_to) = any (names) and (typed <> '' or item.state_category not in ('Completed', 'Removed')) then 1
        when tracked.id is not null then 2
        when item.state_category = 'InProgress' then 3
        else 4
      end as group_number,
      case
        when typed = '' then 0
        when search_title(item.title) = typed then 6
        when item.words @@ whole then
          case strpos(search_title(item.title), typed) when 0 then 3 when 1 then 5 else 4 end
        when starts_with(search_title(item.title), typed) then 2
        else 1
      end as fit,
      item.state_category not in ('Completed', 'Removed') as is_open
    from (select distinct unnest(candidates) as id) candidate
    -- The limit makes the planner look up one by one, also before it has statistics.
    cross join lateral (
      select work_item.id, title, words, state_category, assigned_to, changed_at
      from work_item
      where organization_id = organization and work_item.id = candidate.id and deleted_at is null
        and is_in_scope(scope, project, state, type)
      limit 1
    ) item
    left join tracked on tracked.id = item.id
  ), ranked as (
    select grouped.*, row_number() over (
      partition by grouped.group_number
      order by is_wanted desc, fit desc, is_open desc,
        case when grouped.group_number = 2 then last_at end desc nulls last, changed_at desc, grouped.id
    ) as place
    from grouped
    where typed <> '' or grouped.group_number < 4
  )
  select ranked.group_number, ranked.id
  from ranked
  where place <= 10
  order by bool_or(is_wanted) over (partition by ranked.group_number) desc, ranked.group_number, place;
end $function$ grant stint_app execute
CREATE OR REPLACE FUNCTION public.sees_every_organization()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(current_setting('stint.organization_id', true) = '*', false)
$function$
CREATE OR REPLACE FUNCTION public.tell_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('stint_changed', coalesce(to_jsonb(new) ->> 'organization_id', to_jsonb(old) ->> 'organization_id',
    to_jsonb(new) ->> 'id'));
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.tell_live(organization uuid, event text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from live_process where carrier = 'notify' and seen_at > now() - interval '1 minute') then
    perform pg_notify('stint_live', event);
  end if;
  if exists (select from live_process where carrier = 'table' and seen_at > now() - interval '1 minute') then
    insert into live_event (organization_id, event) values (organization, event);
  end if;
end $function$
CREATE OR REPLACE FUNCTION public.tell_track()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from live_process)
    and (old.state #- '{tracking,run,lastPing}' #- '{tracking,changedAt}' #- '{tracking,pinging}') - 'stamp'
      is distinct from
      (new.state #- '{tracking,run,lastPing}' #- '{tracking,changedAt}' #- '{tracking,pinging}') - 'stamp'
  then
    perform tell_live(new.organization_id, 'track ' || new.organization_id || ' ' || new.person_id);
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.tell_work_logs(changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  told record;
begin
  for told in
    with each as (
      select organization, person, kind, id, count(*) over (partition by organization, person) > 10 as are_many
      from jsonb_to_recordset(changes) as c(organization uuid, person uuid, kind text, id text)
    )
    select distinct organization, person, case when are_many then 'changed' else kind end as kind,
      case when are_many then '*' else id end as id
    from each
  loop
    perform tell_live(told.organization,
      concat_ws(' ', 'worklog', told.organization, told.person, told.kind, told.id));
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.tell_work_logs_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from live_process) then
    perform tell_work_logs(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'person', person_id, 'kind', 'created', 'id', id)))
    from written having count(*) > 0;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.tell_work_logs_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from live_process) then
    perform tell_work_logs(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'person', whose.person, 'kind', whose.kind, 'id', id)))
    from written join replaced before using (organization_id, id)
    cross join lateral (
      select written.person_id as person, case
        when written.person_id <> before.person_id then 'created'
        when written.deleted_at is not null and before.deleted_at is null then 'deleted'
        when written.deleted_at is null and before.deleted_at is not null then 'restored'
        else 'changed' end as kind
      union all
      select before.person_id, 'deleted' where written.person_id <> before.person_id
    ) whose
    where written.version <> before.version
    having count(*) > 0;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.time_lock_key(organization uuid, person uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN hashtextextended(((('time '::text || (organization)::text) || ' '::text) || (person)::text), (0)::bigint)
CREATE OR REPLACE FUNCTION public.tracked_before(organization uuid, person uuid)
 RETURNS TABLE(id integer, last_at timestamp without time zone)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT latest.work_item_id,
     max(latest.local_started_at) AS max
    FROM ( SELECT work_log.work_item_id,
             work_log.local_started_at
            FROM work_log
           WHERE ((work_log.organization_id = tracked_before.organization) AND (work_log.person_id = tracked_before.person) AND (work_log.deleted_at IS NULL))
           ORDER BY work_log.local_started_at DESC
          LIMIT 1000) latest
   WHERE (latest.work_item_id IS NOT NULL)
   GROUP BY latest.work_item_id;
END
CREATE OR REPLACE FUNCTION public.without_place(organization uuid, items integer[])
 RETURNS TABLE(id integer, parent_id integer)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT w.id,
     w.parent_id
    FROM (unnest(without_place.items) item(item)
      CROSS JOIN LATERAL ( SELECT work_item.id,
             work_item.parent_id
            FROM work_item
           WHERE ((work_item.organization_id = without_place.organization) AND (work_item.id = item.item) AND (work_item.deleted_at IS NULL))
          OFFSET 0) w)
   WHERE (NOT (EXISTS ( SELECT
            FROM work_item_ancestry a
           WHERE ((a.organization_id = without_place.organization) AND (a.descendant_id = w.id) AND (a.depth = 0))
          OFFSET 0)));
END
CREATE OR REPLACE FUNCTION public.work_items_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_work_item_ancestry(moved.organization_id, array_agg(moved.id))
  from written moved
  group by moved.organization_id;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.work_items_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_work_item_ancestry(moved.organization_id, array_agg(moved.id))
  from (
    select organization_id, id from (
      select organization_id, id, parent_id, deleted_at is null from written
      except
      select organization_id, id, parent_id, deleted_at is null from replaced
    ) now
    union
    select organization_id, id from (
      select organization_id, id, parent_id, deleted_at is null from replaced
      except
      select organization_id, id, parent_id, deleted_at is null from written
    ) before
  ) moved
  group by moved.organization_id;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.work_logs_of_budget(organization uuid, budget uuid)
 RETURNS TABLE(id uuid, local_started_at timestamp without time zone)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT w.id,
     w.local_started_at
    FROM (work_item_budget b
      JOIN work_log w ON (((w.organization_id = work_logs_of_budget.organization) AND (w.work_item_id = b.work_item_id) AND (w.deleted_at IS NULL))))
   WHERE ((b.organization_id = work_logs_of_budget.organization) AND (b.budget_id = work_logs_of_budget.budget) AND (NOT (EXISTS ( SELECT
            FROM budget_assignment a
           WHERE ((a.organization_id = work_logs_of_budget.organization) AND (a.work_log_id = w.id))))))
 UNION ALL
  SELECT o.id,
     o.local_started_at
    FROM work_log_override o
   WHERE ((o.organization_id = work_logs_of_budget.organization) AND (o.budget_id = work_logs_of_budget.budget) AND (o.deleted_at IS NULL) AND ((o.attached_budget_id IS NULL) OR (o.attached_budget_id = work_logs_of_budget.budget)));
END

# triggers
CREATE TRIGGER tell AFTER INSERT OR DELETE OR UPDATE ON public.activity_type FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell AFTER UPDATE OF revoked_at, expires_at ON public.api_token FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell_end AFTER DELETE ON public.api_token FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER audit_log_append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER audit_log_not_truncated BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER fill_outbox AFTER INSERT ON public.audit_log REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION fill_outbox()
CREATE TRIGGER tell AFTER INSERT OR DELETE ON public.azure_devops_connection FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell_update AFTER UPDATE ON public.azure_devops_connection FOR EACH ROW WHEN ((old.url <> new.url)) EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON public.organization FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell AFTER UPDATE OF revoked_at ON public.paired_app FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell_end AFTER DELETE ON public.paired_app FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell AFTER DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell AFTER UPDATE OF method ON public.session FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell_end AFTER DELETE ON public.session FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell AFTER UPDATE OF state ON public.track FOR EACH ROW EXECUTE FUNCTION tell_track()
CREATE TRIGGER hierarchy_added AFTER INSERT ON public.work_item REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION work_items_added()
CREATE TRIGGER hierarchy_changed AFTER UPDATE ON public.work_item REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION work_items_changed()
CREATE TRIGGER hierarchy_removed AFTER DELETE ON public.work_item REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION work_items_added()
CREATE TRIGGER tell AFTER INSERT OR DELETE ON public.work_item_type FOR EACH ROW EXECUTE FUNCTION tell_change()
CREATE TRIGGER tell_update AFTER UPDATE ON public.work_item_type FOR EACH ROW WHEN ((old.color <> new.color)) EXECUTE FUNCTION tell_change()
CREATE TRIGGER note_added AFTER INSERT ON public.work_log REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_work_logs_added()
CREATE TRIGGER note_changed AFTER UPDATE ON public.work_log REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_work_logs_changed()
CREATE TRIGGER note_removed AFTER DELETE ON public.work_log REFERENCING OLD TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION note_work_logs_removed()
CREATE TRIGGER tell_added AFTER INSERT ON public.work_log REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION tell_work_logs_added()
CREATE TRIGGER tell_changed AFTER UPDATE ON public.work_log REFERENCING OLD TABLE AS replaced NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION tell_work_logs_changed()
