-- The running core: organizations, people, credentials, work items, worklogs, tracks.
-- organization_id leads every primary, unique and foreign key; ids are made by the application (UUIDv7).
-- Lengths are whole seconds. Columns named local_… are the owner's wall time; the others are true instants.

create table organization (
  id uuid primary key,
  name text not null,
  slug text not null unique check (slug = lower(slug)),
  is_default boolean not null default false,
  azure_devops_collection_id uuid,
  -- the validated settings document, see the domain's OrganizationSettings; absent fields have their defaults
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create unique index organization_default on organization (is_default) where is_default;

create table person (
  organization_id uuid not null references organization,
  id uuid not null,
  unique_name text not null,
  email text,
  display_name text not null,
  role text not null default 'None' check (role in ('None', 'Team', 'Product', 'Budget', 'Administrator')),
  azure_devops_id uuid,
  time_zone text not null default 'UTC',
  default_activity_type_id uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index person_unique_name on person (organization_id, lower(unique_name));
create unique index person_email on person (organization_id, lower(email));
create unique index person_azure_devops on person (organization_id, azure_devops_id);

-- Credentials. Secrets are random and long, so a plain SHA-256 of them is kept; passwords are argon2id.

create table password (
  organization_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz not null default now(),
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person on delete cascade
);

create table sign_in_link (
  organization_id uuid not null,
  secret_hash bytea not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, secret_hash),
  foreign key (organization_id, person_id) references person on delete cascade
);

create table external_identity (
  organization_id uuid not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  primary key (organization_id, issuer, subject),
  foreign key (organization_id, person_id) references person on delete cascade
);

create table session (
  organization_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  person_id uuid not null,
  -- how the person came in: a link lets a password be set without the old one
  method text not null check (method in ('password', 'link', 'openid')),
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, secret_hash),
  foreign key (organization_id, person_id) references person on delete cascade
);
create index session_person on session (organization_id, person_id);

create table api_token (
  organization_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  person_id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, secret_hash),
  foreign key (organization_id, person_id) references person on delete cascade
);
create index api_token_person on api_token (organization_id, person_id);

-- One row per PIN shown; bound to a person when the PIN is typed, redeemed once at /token.
create table pairing (
  organization_id uuid not null references organization,
  secret_hash bytea not null,
  pin_hash bytea not null,
  expires_at timestamptz not null,
  person_id uuid,
  app_name text,
  redeemed_at timestamptz,
  app_id uuid,
  primary key (organization_id, secret_hash),
  foreign key (organization_id, person_id) references person on delete cascade
);
create index pairing_pin on pairing (organization_id, pin_hash);

create table paired_app (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  paired_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person on delete cascade
);
create index paired_app_person on paired_app (organization_id, person_id);

create table oauth_token (
  organization_id uuid not null,
  secret_hash bytea not null,
  app_id uuid not null,
  kind text not null check (kind in ('access', 'refresh')),
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, secret_hash),
  foreign key (organization_id, app_id) references paired_app on delete cascade
);
create index oauth_token_app on oauth_token (organization_id, app_id);

-- What Azure DevOps knows: our own copy.

create table azure_devops_connection (
  organization_id uuid primary key references organization,
  url text not null,
  -- sealed with the installation's secret key, never answered or logged
  sealed_pat bytea not null,
  state text not null default 'reading' check (state in ('reading', 'connected', 'unreachable', 'unauthorized')),
  message text,
  revisions_token text,
  links_token text,
  last_read_at timestamptz,
  leased_until timestamptz
);

create table work_item_type (
  organization_id uuid not null references organization,
  project text not null,
  name text not null,
  color text not null,
  states jsonb not null default '[]',
  primary key (organization_id, project, name)
);

create table work_item (
  organization_id uuid not null references organization,
  id integer not null,
  revision integer not null,
  type text not null,
  title text not null,
  state text not null,
  -- Azure DevOps' category: Proposed, InProgress, Resolved, Completed, Removed
  state_category text not null,
  project text not null,
  area_path text,
  iteration_path text,
  assigned_to text,
  parent_id integer,
  effort double precision,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  deleted_at timestamptz,
  -- every field by its reference name
  fields jsonb not null default '{}',
  primary key (organization_id, id)
);
create index work_item_assigned on work_item (organization_id, lower(assigned_to), changed_at desc);
create index work_item_category on work_item (organization_id, state_category, changed_at desc);
create index work_item_parent on work_item (organization_id, parent_id);

-- Time.

create table activity_type (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null,
  color text not null check (color ~ '^[0-9a-f]{6}$'),
  position integer not null default 0,
  is_system_default boolean not null default false,
  deleted_at timestamptz,
  primary key (organization_id, id)
);
create unique index activity_type_name on activity_type (organization_id, lower(name)) where deleted_at is null;
create unique index activity_type_default on activity_type (organization_id) where is_system_default;
alter table person add foreign key (organization_id, default_activity_type_id) references activity_type;

create table work_log (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  work_item_id integer,
  activity_type_id uuid not null,
  comment text not null default '',
  -- 0 for a track that ended within its first second
  seconds integer not null check (seconds >= 0),
  billable_seconds integer check (billable_seconds >= 0),
  started_at timestamptz not null,
  local_started_at timestamp not null,
  added_by uuid not null,
  edited_by uuid not null,
  created_at timestamptz not null,
  local_created_at timestamp not null,
  edited_at timestamptz not null,
  local_edited_at timestamp not null,
  is_tracked boolean not null default false,
  is_tracked_extended boolean not null default false,
  is_changed boolean not null default false,
  -- from then on whoever added the entry on the owner's behalf may no longer change it
  is_edited_by_owner boolean not null default false,
  is_imported boolean not null default false,
  is_from_api boolean not null default false,
  is_billable boolean not null default false,
  deleted_at timestamptz,
  -- counts the changes; the ETag
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person,
  foreign key (organization_id, activity_type_id) references activity_type,
  foreign key (organization_id, added_by) references person,
  foreign key (organization_id, edited_by) references person
);
create index work_log_person on work_log (organization_id, person_id, local_started_at desc, id desc)
  include (seconds, work_item_id) where deleted_at is null;
create index work_log_time on work_log (organization_id, local_started_at desc, id desc) where deleted_at is null;
create index work_log_work_item on work_log (organization_id, work_item_id) include (person_id, seconds)
  where deleted_at is null;
create index work_log_edited on work_log (organization_id, edited_at);

-- One row per person: the primary key is what makes a second running track impossible.
create table track (
  organization_id uuid not null,
  person_id uuid not null,
  -- counts the changes; every write names the version it has read
  version bigint not null default 1,
  -- the domain's TrackState
  state jsonb not null,
  is_running boolean not null default false,
  -- when the clock job must look at it next
  deadline_at timestamptz,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person
);
create index track_deadline on track (deadline_at) where deadline_at is not null;

-- Record keeping.

create table audit_log (
  organization_id uuid not null references organization,
  id uuid not null,
  at timestamptz not null default now(),
  person_id uuid,
  -- rest, web, tracking, job, cli, pairing
  via text not null,
  address text,
  action text not null,
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  primary key (organization_id, id)
);
create index audit_log_entity on audit_log (organization_id, entity, entity_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();

create table idempotency_key (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  body text,
  headers jsonb,
  created_at timestamptz not null default now(),
  primary key (organization_id, person_id, key),
  foreign key (organization_id, person_id) references person on delete cascade
);
create index idempotency_key_age on idempotency_key (created_at);

-- Counts within fixed windows, for quotas and for guesses of passwords and PINs; worth nothing after a crash.
create unlogged table attempt_count (
  organization_id uuid not null,
  subject text not null,
  window_seconds integer not null,
  window_start bigint not null,
  used integer not null,
  primary key (organization_id, subject, window_seconds)
);

-- The second wall: a connection sees the organization it was taken for, or all of them when it belongs to a job.

create function current_organization() returns uuid language sql stable parallel safe as $$
  select nullif(nullif(current_setting('stint.organization_id', true), '*'), '')::uuid
$$;

create function sees_every_organization() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('stint.organization_id', true) = '*', false)
$$;

create function may_see(organization uuid) returns boolean language sql stable parallel safe as $$
  select sees_every_organization() or coalesce(organization = current_organization(), false)
$$;

-- As subqueries the settings are read once for each statement; in a function of the row they are read for each row.
do $$
declare
  each text;
begin
  foreach each in array array['person', 'password', 'sign_in_link', 'external_identity', 'session', 'api_token', 'pairing',
    'paired_app', 'oauth_token', 'azure_devops_connection', 'work_item_type', 'work_item', 'activity_type', 'work_log',
    'track', 'audit_log', 'idempotency_key', 'attempt_count']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy organization_only on %I using (organization_id = (select current_organization()) or (select sees_every_organization()))', each);
  end loop;
end $$;

grant usage on schema public to stint_app;
grant select, insert, update, delete on all tables in schema public to stint_app;
revoke update, delete on audit_log from stint_app;

-- Server processes keep people, credentials and settings in memory; this tells them when to read again. Any change
-- of these tables tells, whoever makes it, so that no process goes on with rights that were taken away.
create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('stint_changed', coalesce(to_jsonb(new) ->> 'organization_id', to_jsonb(old) ->> 'organization_id',
    to_jsonb(new) ->> 'id'));
  return null;
end $$;

create trigger tell after insert or update on organization for each row execute function tell_change();
create trigger tell after insert or update or delete on activity_type for each row execute function tell_change();
create trigger tell after update or delete on person for each row execute function tell_change();
create trigger tell after update of revoked_at, expires_at on api_token for each row execute function tell_change();
create trigger tell_end after delete on api_token for each row execute function tell_change();
create trigger tell after update of revoked_at on paired_app for each row execute function tell_change();
create trigger tell_end after delete on paired_app for each row execute function tell_change();
create trigger tell after update of method on session for each row execute function tell_change();
create trigger tell_end after delete on session for each row execute function tell_change();
create trigger tell after insert or delete on work_item_type for each row execute function tell_change();
create trigger tell_update after update on work_item_type for each row when (old.color <> new.color)
  execute function tell_change();
create trigger tell after insert or delete on azure_devops_connection for each row execute function tell_change();
create trigger tell_update after update on azure_devops_connection for each row when (old.url <> new.url)
  execute function tell_change();
