-- Governance: settings of people, groups, approvals, budgets, webhooks. The rules that guard time are in 0004, budgets'
-- inheritance in 0005, events in 0006. Expands only: the release before runs on it.

alter table organization add column settings_version integer not null default 1;

alter table person
  -- what the person was given; null when it is `role`, which is the highest of it and the roles of the groups
  add column own_role text check (own_role in ('None', 'Team', 'Product', 'Budget', 'Administrator')),
  add column is_approval_manager boolean not null default false,
  add column is_global_approval_manager boolean not null default false,
  -- who is asked to approve when a submission names nobody
  add column approval_manager_id uuid,
  -- the validated settings document, see the contract's PersonSettings; absent fields have their defaults
  add column settings jsonb not null default '{}',
  add column settings_version integer not null default 1,
  add column erased_at timestamptz,
  add foreign key (organization_id, approval_manager_id) references person;

alter table activity_type
  add column version integer not null default 1,
  -- what time may refer to: the id, until the type is deleted; so a write that races with the deletion cannot keep it
  add column live_id uuid generated always as (case when deleted_at is null then id end) stored,
  add constraint activity_type_live unique (organization_id, live_id);
alter table work_log
  drop constraint work_log_organization_id_activity_type_id_fkey,
  add constraint work_log_activity_type foreign key (organization_id, activity_type_id)
    references activity_type (organization_id, live_id);
alter table person
  drop constraint person_organization_id_default_activity_type_id_fkey,
  add constraint person_default_activity_type foreign key (organization_id, default_activity_type_id)
    references activity_type (organization_id, live_id);

-- false for entries that name a day only: they never overlap others
alter table work_log add column has_clock_time boolean not null default true;

create table person_group (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  -- who says who is in it: an administrator, Azure DevOps, or the OpenID Connect provider at each sign-in
  source text not null check (source in ('stint', 'azureDevOps', 'openid')),
  -- descriptor in Azure DevOps, value of the provider's claim; null for our own
  external_id text,
  role text not null default 'None' check (role in ('None', 'Team', 'Product', 'Budget', 'Administrator')),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index person_group_name on person_group (organization_id, lower(name));
create unique index person_group_external on person_group (organization_id, source, external_id);

create table group_member (
  organization_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  primary key (organization_id, group_id, person_id),
  foreign key (organization_id, group_id) references person_group on delete cascade,
  foreign key (organization_id, person_id) references person on delete cascade
);
create index group_member_person on group_member (organization_id, person_id);

-- One person's week, once something was decided about it; no row stands for in progress and not locked by hand.
create table time_week (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  week_start date not null,
  week_end date not null check (week_end = week_start + 6),
  -- 0 in progress, 1 Submitted, 2 Reopened, 3 Approved, 99 Closed
  state smallint not null default 0 check (state in (0, 1, 2, 3, 99)),
  -- null follows the organization's automatic rule
  is_locked boolean,
  assigned_manager_id uuid,
  approved_by uuid,
  submitted_at timestamptz,
  approved_at timestamptz,
  modified_at timestamptz not null,
  -- what the manager said when rejecting; the person sees it until the week is submitted again
  comment text,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, person_id, week_start),
  foreign key (organization_id, person_id) references person,
  foreign key (organization_id, assigned_manager_id) references person,
  foreign key (organization_id, approved_by) references person
);
create index time_week_start on time_week (organization_id, week_start, state);

create table budget (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  comment text not null default '',
  planned_seconds integer not null default 0 check (planned_seconds >= 0),
  is_closed boolean not null default false,
  -- when it was closed last; null while it is open
  closed_at timestamptz,
  -- the highest threshold in percent that was told
  reached_threshold smallint not null default 0,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index budget_name on budget (organization_id, lower(name));

-- What a budget is attached to; each row names one thing.
create table budget_assignment (
  organization_id uuid not null,
  id uuid not null,
  budget_id uuid not null,
  work_item_id integer,
  iteration_path text,
  work_log_id uuid,
  -- true: the thing and all below it do not get this budget from above
  is_exclusion boolean not null default false,
  primary key (organization_id, id),
  check (num_nonnulls(work_item_id, iteration_path, work_log_id) = 1),
  foreign key (organization_id, budget_id) references budget,
  foreign key (organization_id, work_log_id) references work_log
);
create index budget_assignment_budget on budget_assignment (organization_id, budget_id);
create unique index budget_assignment_work_item on budget_assignment (organization_id, work_item_id) where not is_exclusion;
create unique index budget_assignment_iteration on budget_assignment (organization_id, lower(iteration_path)) where not is_exclusion;
create unique index budget_assignment_work_log on budget_assignment (organization_id, work_log_id) where not is_exclusion;

-- The budget that each work item has in the end, direct or inherited; kept by 0005 and its feature.
create table work_item_budget (
  organization_id uuid not null,
  work_item_id integer not null,
  budget_id uuid not null,
  -- as BudgetAssignmentType: 2 direct, 3 from a parent, 4 from an iteration
  assignment_type smallint not null check (assignment_type in (2, 3, 4)),
  primary key (organization_id, work_item_id),
  foreign key (organization_id, budget_id) references budget on delete cascade
);
create index work_item_budget_budget on work_item_budget (organization_id, budget_id);

create table webhook (
  organization_id uuid not null references organization,
  id uuid not null,
  url text not null,
  description text not null default '',
  -- what to tell, such as worklog.created; empty tells everything
  events text[] not null default '{}',
  -- sealed with the installation's secret key; shown once
  sealed_secret bytea not null,
  is_enabled boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id)
);

-- Acts that were written to the audit log and are still to be told; rows go when deliveries were made of them.
create table outbox (
  organization_id uuid not null references organization,
  -- of the audit row
  id uuid not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);

create table webhook_delivery (
  organization_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  -- the webhook-id that the receiver sees: the same for each try, and for each resending
  event_id uuid not null,
  event_type text not null,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_attempt_at timestamptz,
  response_status integer,
  -- why the last try failed, in one line
  fault text,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, webhook_id) references webhook on delete cascade
);
create index webhook_delivery_webhook on webhook_delivery (organization_id, webhook_id, id);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'pending';

create index audit_log_person on audit_log (organization_id, person_id, id);

do $$
declare
  each text;
begin
  foreach each in array array['person_group', 'group_member', 'time_week', 'budget', 'budget_assignment', 'work_item_budget',
    'webhook', 'outbox', 'webhook_delivery']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy organization_only on %I using (organization_id = (select current_organization()) or (select sees_every_organization()))', each);
    execute format('grant select, insert, update, delete on %I to stint_app', each);
  end loop;
end $$;

-- Truncating would be a way around the refusal of changes.
create trigger audit_log_not_truncated before truncate on audit_log for each statement execute function refuse_change();
