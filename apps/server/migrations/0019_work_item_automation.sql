-- Work item automation: Remaining Work and Completed Work in Azure DevOps follow what is booked. Expands only.

-- What is done in a project; one without a row has nothing automated.
create table work_item_automation (
  organization_id uuid not null references organization,
  -- by its name, as work items have it
  project text not null,
  reduces_remaining boolean not null default false,
  sets_completed boolean not null default false,
  -- reference name of the field that Pace divides by; null for the usual one of the process
  estimate_field text,
  -- counts the changes; the ETag
  version integer not null default 1,
  -- the last time that Completed Work was set for everything booked in the past, and of how many work items
  recomputed_at timestamptz,
  recomputed_items integer,
  primary key (organization_id, project)
);

-- Time that came onto a work item, negative where it went: written in the transaction of the booking, taken by a job. Rows are
-- only added, so no booking waits for another one.
create table work_item_booking (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  work_item_id integer not null,
  seconds bigint not null,
  primary key (organization_id, id)
);

-- What is to be written, or was written last, to a work item in Azure DevOps.
create table work_item_write (
  organization_id uuid not null references organization,
  work_item_id integer not null,
  -- booked seconds that Remaining Work does not show yet
  owed_seconds bigint not null default 0,
  -- seconds booked beyond a Remaining Work of 0
  overrun_seconds double precision not null default 0,
  -- counts how often it was asked for; who ends a write ends what it has seen
  asked integer not null default 1,
  -- when it is tried next; a process that tries it moves this on first, so that no other one does. null: nothing to do
  next_attempt_at timestamptz,
  -- counts the tries; a try that was overtaken by another one writes down nothing
  attempts integer not null default 0,
  -- failed tries since the last good one
  failures integer not null default 0,
  -- {rev, seconds, overrun, fields} from before a change of Remaining Work is sent until its answer is noted
  intent jsonb,
  outcome text check (outcome in ('written', 'same', 'noField', 'gone', 'failed')),
  fault text,
  -- the project whose past is being set with it
  recomputed_project text,
  tried_at timestamptz,
  written_at timestamptz,
  primary key (organization_id, work_item_id)
);
create index work_item_write_due on work_item_write (organization_id, next_attempt_at) where next_attempt_at is not null;
create index work_item_write_recomputed on work_item_write (organization_id, recomputed_project)
  where recomputed_project is not null;

do $$
declare
  each text;
begin
  foreach each in array array['work_item_automation', 'work_item_booking', 'work_item_write']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy organization_only on %I using (organization_id = (select current_organization()) or (select sees_every_organization()))', each);
    execute format('grant select, insert, update, delete on %I to stint_app', each);
  end loop;
end $$;

-- Notes how much time came onto which work item. Called by the triggers below, which ask first whether anybody wants to know.
create function note_bookings(changes jsonb) returns void language sql as $$
  insert into work_item_booking (organization_id, work_item_id, seconds)
  select organization, item, sum(seconds)
  from jsonb_to_recordset(changes) as c(organization uuid, item integer, seconds bigint)
  where item is not null and exists (
    select from work_item_automation a
    where a.organization_id = organization and (a.reduces_remaining or a.sets_completed))
  group by organization, item
  having sum(seconds) <> 0
$$;

create function note_work_logs_added() returns trigger language plpgsql as $$
begin
  if exists (select from work_item_automation where reduces_remaining or sets_completed) then
    perform note_bookings(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'item', work_item_id, 'seconds', seconds)))
    from written where deleted_at is null having count(*) > 0;
  end if;
  return null;
end $$;
create trigger note_added after insert on work_log referencing new table as written
  for each statement execute function note_work_logs_added();

create function note_work_logs_changed() returns trigger language plpgsql as $$
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
end $$;
create trigger note_changed after update on work_log referencing old table as replaced new table as written
  for each statement execute function note_work_logs_changed();

create function note_work_logs_removed() returns trigger language plpgsql as $$
begin
  if exists (select from work_item_automation where reduces_remaining or sets_completed) then
    perform note_bookings(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'item', work_item_id, 'seconds', -seconds)))
    from replaced where deleted_at is null having count(*) > 0;
  end if;
  return null;
end $$;
create trigger note_removed after delete on work_log referencing old table as replaced
  for each statement execute function note_work_logs_removed();

-- The planned size of a work item: the estimate field of its project, else the usual one of its process (Scrum, Agile, CMMI;
-- tasks have an estimate in hours).
create function effort_of(organization uuid, of_project text, fields jsonb) returns double precision language sql stable as $$
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
$$;
