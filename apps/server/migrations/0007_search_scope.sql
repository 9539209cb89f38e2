-- The scope of the search: an organization may let it find work items of some projects, states and types only. The
-- functions of 0002 with it; the release before calls the one without a scope.

-- Names in lower case, as Azure DevOps does not tell letter cases apart; empty allows all.
create type search_scope as (projects text[], states text[], types text[]);

create function is_in_scope(scope search_scope, project text, state text, type text) returns boolean
language sql immutable parallel safe
return (scope.projects = '{}' or lower(project) = any (scope.projects))
  and (scope.states = '{}' or lower(state) = any (scope.states))
  and (scope.types = '{}' or lower(type) = any (scope.types));

-- What may answer a query. Words that many titles have would give tens of thousands; then the first found are joined
-- by what the person more likely looks for: titles that begin so, own items, items in progress, the latest ones.
create function search_candidates(organization uuid, person uuid, names text[], given text, scope search_scope)
returns integer[]
language plpgsql stable as $$
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
end $$;

-- The ids to answer, at most ten a group, in the order to show. Groups: 1 assigned to me, 2 tracked before,
-- 3 in progress, 4 all others. Without a query the first three suggest what one might go on with.
--
-- Row-level security would keep the word index from being used (its operator is not leakproof), so this runs as the
-- owner: it names the organization in every condition and answers nothing to a connection that may not see it.
create function search_work_items(organization uuid, person uuid, names text[], query text, scope search_scope)
returns table (group_number integer, id integer)
language plpgsql stable security definer rows 40
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off
as $$
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
end $$;

create or replace function search_work_items(organization uuid, person uuid, names text[], query text)
returns table (group_number integer, id integer)
language sql stable rows 40
begin atomic
  select found.group_number, found.id
  from search_work_items(organization, person, names, query, row('{}', '{}', '{}')::search_scope) found;
end;
drop function search_candidates(uuid, uuid, text[], text);

revoke execute on function search_candidates, search_work_items(uuid, uuid, text[], text, search_scope) from public;
grant execute on function search_work_items(uuid, uuid, text[], text, search_scope) to stint_app;
