-- The guard of time: what a write of worklogs has to ask the database so that nothing which happens at the same moment
-- gets past a rule. The rules themselves are in packages/domain; here is only looked up what they need to know.

-- Who writes a person's time shares the lock with this key until the transaction ends; who decides about a person's
-- weeks, and who must be alone with a person's time, takes it exclusively. Several people: in the order of their ids.
create function time_lock_key(organization uuid, person uuid) returns bigint language sql immutable parallel safe
return hashtextextended('time ' || organization::text || ' ' || person::text, 0);

-- Where overlaps are searched, in true instants.
create index work_log_clock on work_log (organization_id, person_id, started_at) where deleted_at is null and has_clock_time;
-- Entries of more than six hours, so that all others that overlap an entry begin shortly before it.
create index work_log_long on work_log (organization_id, person_id, started_at)
  where seconds > 21600 and deleted_at is null and has_clock_time;

-- The moment of an Azure DevOps field; null when it is no date.
create function field_moment(fields jsonb, name text) returns timestamptz language sql stable parallel safe
return case when fields ->> name ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d' then (fields ->> name)::timestamptz end;

-- An entry that somebody wants to write, as its row will be, with what the rules need to know beside it.
create type asked_entry as (
  id uuid,
  person_id uuid,
  work_item_id integer,
  started_at timestamptz,
  local_started_at timestamp,
  -- null when it begins to be tracked
  seconds integer,
  has_clock_time boolean,
  -- the first day that weeks have not locked of themselves; null when they do not
  open_from date,
  -- whether it stands already, so that it may have a budget of its own
  is_change boolean,
  -- nothing but its week matters: it is deleted, or leaves that day
  only_week boolean,
  -- nothing is added to a budget
  without_budget boolean
);

-- Which of the entries that somebody wants to write break a rule, and what is there that they break it with: an array of
-- {id, rule, facts}; null when nothing is in the way.
--
-- `locked_states` are the states of weeks that take no time; null when weeks are not approved. `overlap_tolerance` is how
-- many seconds two entries of a person may share; null when they may share any. A work item that was closed at
-- `closed_before` or earlier takes no time; null when all do. `now` is where a running track ends so far. A new entry that
-- stands already is sent again, and not refused.
--
-- First takes the locks of the people, in order. Being volatile, each statement then sees what was committed until it
-- began, not only until the calling statement began. It is on the way of every write, so that facts are gathered only
-- where something is in the way, and plain expressions stand where they can, which cost less than statements.
create function refused_entries(
  organization uuid, asked asked_entry[], now timestamptz,
  locked_states smallint[], overlap_tolerance integer, closed_before timestamptz
) returns json
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
-- Plans are made once, perhaps while a table happens to be empty, when all of them cost the same. Without sorts, what is
-- read in the order of a key is read by its index.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_sort = off
set enable_incremental_sort = off
as $$
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
end $$;

revoke execute on function refused_entries from public;
grant execute on function refused_entries to stint_app;
