-- Reports that people made of widgets. The built-in ones are data in the code. Expands only.

create table report (
  organization_id uuid not null references organization,
  id uuid not null,
  -- the owner; null when they were erased and others see the report
  person_id uuid,
  name text not null,
  description text not null default '',
  visibility text not null default 'private' check (visibility in ('private', 'organization')),
  -- What a link ends with, 122 random bits. Not hashed: it is shown again, and is of use only to those who are signed in to the organization.
  share_id uuid,
  -- among the owner's reports
  position integer not null default 0,
  -- {timeframeFilter, scope, project, widgets}, see the contract's Report
  content jsonb not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person
);
create index report_person on report (organization_id, person_id, position);
create index report_visible on report (organization_id) where visibility = 'organization';
create unique index report_share on report (organization_id, share_id);

alter table report enable row level security;
create policy organization_only on report using (organization_id = (select current_organization()) or (select sees_every_organization()));
grant select, insert, update, delete on report to stint_app;
