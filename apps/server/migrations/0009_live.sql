-- Live: what was committed is told to the server processes that people are connected to, whoever wrote it.

-- Server processes that hold open connections of people, and how each wants to be told. Worth nothing after a crash.
create unlogged table live_process (
  id uuid primary key,
  -- `notify`: by LISTEN/NOTIFY; `table`: from live_event, from where it goes on by other means
  carrier text not null check (carrier in ('notify', 'table')),
  -- silent for a minute, it counts as dead
  seen_at timestamptz not null default now()
);
grant select, insert, update, delete on live_process to stint_app;

-- What is to be told by other means than NOTIFY; taken by any process, within a moment.
create table live_event (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  event text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
alter table live_event enable row level security;
create policy organization_only on live_event
  using (organization_id = (select current_organization()) or (select sees_every_organization()));
grant select, insert, update, delete on live_event to stint_app;

-- Tells when the transaction commits, and only then. Ids only: whoever is connected gets what they may see.
create function tell_live(organization uuid, event text) returns void language plpgsql as $$
begin
  if exists (select from live_process where carrier = 'notify' and seen_at > now() - interval '1 minute') then
    perform pg_notify('stint_live', event);
  end if;
  if exists (select from live_process where carrier = 'table' and seen_at > now() - interval '1 minute') then
    insert into live_event (organization_id, event) values (organization, event);
  end if;
end $$;

-- `track <organization> <person>`. A ping changes nothing that anybody sees.
create function tell_track() returns trigger language plpgsql as $$
begin
  if exists (select from live_process)
    and (old.state #- '{tracking,run,lastPing}' #- '{tracking,changedAt}') - 'stamp'
      is distinct from (new.state #- '{tracking,run,lastPing}' #- '{tracking,changedAt}') - 'stamp'
  then
    perform tell_live(new.organization_id, 'track ' || new.organization_id || ' ' || new.person_id);
  end if;
  return null;
end $$;
create trigger tell after update of state on track for each row execute function tell_track();

-- `worklog <organization> <person> <kind> <id>`. Of more than ten of one person at once the id is `*`: read the list again.
create function tell_work_logs(changes jsonb) returns void language plpgsql as $$
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
end $$;

create function tell_work_logs_added() returns trigger language plpgsql as $$
begin
  if exists (select from live_process) then
    perform tell_work_logs(jsonb_agg(jsonb_build_object(
      'organization', organization_id, 'person', person_id, 'kind', 'created', 'id', id)))
    from written having count(*) > 0;
  end if;
  return null;
end $$;
create trigger tell_added after insert on work_log referencing new table as written
  for each statement execute function tell_work_logs_added();

create function tell_work_logs_changed() returns trigger language plpgsql as $$
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
end $$;
create trigger tell_changed after update on work_log referencing old table as replaced new table as written
  for each statement execute function tell_work_logs_changed();
