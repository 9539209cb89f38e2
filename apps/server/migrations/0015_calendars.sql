-- Calendars that people see beside their time. What is in them is read when it is shown, and not stored. Expands only.

create table calendar_source (
  organization_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('ical')),
  name text not null,
  color text not null check (color ~ '^[0-9a-f]{6}$'),
  -- sealed with the installation's secret key: whoever knows it reads the calendar
  sealed_url bytea not null,
  host text not null,
  is_enabled boolean not null default true,
  primary key (organization_id, person_id, id),
  foreign key (organization_id, person_id) references person on delete cascade
);

alter table calendar_source enable row level security;
create policy organization_only on calendar_source using (organization_id = (select current_organization()) or (select sees_every_organization()));
grant select, insert, update, delete on calendar_source to stint_app;
