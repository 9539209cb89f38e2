-- The guard of time: what a write of worklogs has to ask the database so that nothing which happens at the same moment
-- gets past a rule. The rules themselves are in packages/domain; here is only looked up what they need to know.

-- Who writes a person's time shares the lock with this key until the transaction ends; who decides about a person's
-- weeks, and who must be alone with a person's time, takes it exclusively. Several people: in the order of their ids.
create function time_lock_key(organization uuid, person uuid) returns bigint language sql immutable parallel safe
return hashtextextended('time ' || organization::text || ' ' || person::text, 0);

-- Entries that are longer than a day, which a search among the entries of two days would miss.
create index work_log_long on work_log (organization_id, person_id, started_at)
  where seconds > 86400 and deleted_at is null;

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

-- Which of the entries that somebody wants to write break a rule, and what is there that they break it with.
--
-- `locked_states` are the states of weeks that take no time; null when weeks are not approved. `overlap_tolerance` is how
-- many seconds two entries of a person may share; null when they may share any. A work item that was closed at
-- `closed_before` or earlier takes no time; null when all do. `now` is where a running track ends so far.
--
-- First takes the locks of the people, in order. Being volatile, each statement then sees what was committed until it
-- began, not only until the calling statement began.
create function refused_entries(
  organization uuid, asked asked_entry[], now timestamptz,
  locked_states smallint[], overlap_tolerance integer, closed_before timestamptz
) returns table (entry_id uuid, rule text, facts json)
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
-- Every look-up is by key: plans are made once, and never while a table happens to be empty.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  each asked_entry;
  locked_person uuid;
  starts timestamptz;
  ends timestamptz;
  in_closed_budget boolean;
  tolerance interval := overlap_tolerance * interval '1 second';
begin
  if may_see(organization) is not true then
    return;
  end if;
  if cardinality(asked) > 1 then
    asked := array(select one from unnest(asked) as one order by one.person_id, one.id);
  end if;
  foreach each in array asked loop
    entry_id := each.id;
    if each.person_id is distinct from locked_person then
      locked_person := each.person_id;
      if overlap_tolerance is null then
        perform pg_advisory_xact_lock_shared(time_lock_key(organization, locked_person));
      else
        perform pg_advisory_xact_lock(time_lock_key(organization, locked_person));
      end if;
    end if;

    if locked_states is not null then
      select 'lockedWeek', json_build_object('day', each.local_started_at::date, 'weekStart', week.week_start,
        'state', coalesce(week.state, 0), 'isLocked', week.is_locked, 'openFrom', each.open_from)
      into rule, facts
      from (select 1) one left join (
        select week_start, week_end, state, is_locked from time_week
        where organization_id = organization and person_id = each.person_id
          -- Two where the organization has changed the first day of the week; then the one that locks counts.
          and week_start between each.local_started_at::date - 6 and each.local_started_at::date
        order by state = any (locked_states) or is_locked is true desc, is_locked is false desc
        limit 1
      ) week on true
      where week.state = any (locked_states) or week.is_locked
        or (week.is_locked is null and coalesce(week.week_end, each.local_started_at::date) < each.open_from);
      if found then
        return next;
      end if;
    end if;

    continue when each.only_week;

    if overlap_tolerance is not null and each.has_clock_time then
      starts := each.started_at;
      ends := starts + each.seconds * interval '1 second';
      select 'overlap', json_build_object('worklogId', other.id, 'startedAt', extract(epoch from other.started_at) * 1000,
        'localStartedAt', other.local_started_at, 'seconds', extract(epoch from other.ended_at - other.started_at)::integer)
      into rule, facts
      from (
        select id, started_at, started_at + seconds * interval '1 second' as ended_at, local_started_at
        from work_log
        where organization_id = organization and person_id = each.person_id and deleted_at is null and has_clock_time
          and id <> each.id
          -- Began at most a day before, or during the entry. Clocks on the wall are up to 14 hours from UTC, and some
          -- were 16 hours in the past.
          and local_started_at > (starts at time zone 'UTC') - interval '40 hours'
          and local_started_at < (coalesce(ends, starts) at time zone 'UTC') + interval '16 hours'
        union all
        select id, started_at, started_at + seconds * interval '1 second', local_started_at
        from work_log
        where organization_id = organization and person_id = each.person_id and deleted_at is null and has_clock_time
          and id <> each.id
          and seconds > 86400 and started_at > starts - interval '32 days' and started_at <= coalesce(ends, starts)
        union all
        select null, to_timestamp((state #>> '{tracking,run,startedAt}')::float8 / 1000), now, null
        from track
        -- A track that begins ends the one before it.
        where organization_id = organization and person_id = each.person_id and is_running and each.seconds is not null
      ) other
      where other.started_at <= coalesce(ends, starts)
        and least(ends, other.ended_at) - greatest(starts, other.started_at) > tolerance
      order by other.started_at
      limit 1;
      if found then
        return next;
      end if;
    end if;

    if closed_before is not null and each.work_item_id is not null then
      select 'closedWorkItem', json_build_object('id', closed.id, 'stateCategory', closed.state_category,
        'closedAt', extract(epoch from closed.closed_at) * 1000)
      into rule, facts
      from (
        select id, state_category, coalesce(field_moment(fields, 'Microsoft.VSTS.Common.ClosedDate'),
          field_moment(fields, 'Microsoft.VSTS.Common.StateChangeDate'), changed_at) as closed_at
        from work_item
        where organization_id = organization and id = each.work_item_id
        -- Leaves the planner no index but the key.
        offset 0
      ) closed
      where closed.state_category in ('Completed', 'Removed') and closed.closed_at <= closed_before;
      if found then
        return next;
      end if;
    end if;

    continue when each.without_budget;

    -- Locked: whoever closes the budget waits for this write, or this write waits and finds it closed.
    select 'closedBudget', json_build_object('name', budget.name), budget.is_closed
    into rule, facts, in_closed_budget
    from budget
    where budget.organization_id = organization and budget.id = case
      when each.is_change then budget_of(organization, each.id, each.work_item_id)
      else (select budget_id from work_item_budget where organization_id = organization and work_item_id = each.work_item_id)
    end
    for key share of budget;
    if in_closed_budget then
      return next;
    end if;
  end loop;
end $$;

revoke execute on function refused_entries from public;
grant execute on function refused_entries to stint_app;
