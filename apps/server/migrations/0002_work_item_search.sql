-- Search of work items by their id and the words of their titles.
-- A word is a run of letters and digits, in lower case and without accents. The index keeps every word behind the end
-- of its organization's id, so that a search reads the words of one organization only.

create function plain_text(given text) returns text language sql immutable parallel safe
return regexp_replace(lower(normalize(given, NFKD)), '[\u0300-\u036f]', '', 'g');

create function search_words(organization uuid, given text) returns text[] language sql immutable parallel safe
return array(
  select distinct right(organization::text, 12) || '/' || left(word, 60)
  from regexp_split_to_table(plain_text(given),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+') as word
  where word <> ''
);

-- How titles are compared with what was typed: 200 characters are enough, and fit into an index.
create function search_title(given text) returns text language sql immutable parallel safe
return left(lower(given), 200);

alter table work_item add column words tsvector not null
  generated always as (array_to_tsvector(search_words(organization_id, title))) stored;
-- Without a pending list, which every search would have to read from end to end.
create index work_item_words on work_item using gin (words) with (fastupdate = off);
create index work_item_title on work_item (organization_id, (search_title(title) collate "C"));
create index work_item_changed on work_item (organization_id, changed_at desc);

-- The items a person has booked time on, newest first; only the latest worklogs count.
create function tracked_before(organization uuid, person uuid) returns table (id integer, last_at timestamp)
language sql stable
begin atomic
  select latest.work_item_id, max(latest.local_started_at)
  from (
    select work_log.work_item_id, work_log.local_started_at
    from work_log
    where work_log.organization_id = organization and work_log.person_id = person and work_log.deleted_at is null
    order by work_log.local_started_at desc
    limit 1000
  ) latest
  where latest.work_item_id is not null
  group by latest.work_item_id;
end;

-- What may answer a query. Words that many titles have would give tens of thousands; then the first found are joined
-- by what the person more likely looks for: titles that begin so, own items, items in progress, the latest ones.
create function search_candidates(organization uuid, person uuid, names text[], given text) returns integer[]
language plpgsql stable as $$
declare
  most constant integer := 250;
  searched tsquery;
  found integer[];
begin
  select string_agg('''' || word || ''':*', ' & ')::tsquery into searched
  from (select unnest(search_words(organization, given)) as word limit 20) typed;
  if searched is null then
    return '{}';
  end if;
  found := array(
    select id from work_item
    -- "is true" leaves the planner no other index than that of the words, which know their organization.
    where words @@ searched and (organization_id = organization) is true and deleted_at is null
    limit most
  );
  if cardinality(found) < most then
    return found;
  end if;
  return array(
    select unnest(found)
    union (
      select id from work_item
      where organization_id = organization and deleted_at is null
        and search_title(title) collate "C" ^@ search_title(btrim(given))
      limit 100
    )
    union select own.id from unnest(names) as name, lateral (
      select work_item.id, words from work_item
      where organization_id = organization and lower(assigned_to) = name
      order by changed_at desc limit most
    ) own where own.words @@ searched
    union select own.id from tracked_before(organization, person) tracked, lateral (
      select work_item.id, words from work_item
      where organization_id = organization and work_item.id = tracked.id
      limit 1
    ) own where own.words @@ searched
    union select id from (
      select work_item.id, words from work_item
      where organization_id = organization and state_category = 'InProgress'
      order by changed_at desc limit most
    ) in_progress where words @@ searched
    union select id from (
      select work_item.id, words from work_item where organization_id = organization order by changed_at desc limit most
    ) latest where words @@ searched
  );
end $$;

-- The ids to answer, at most ten a group, in the order to show. Groups: 1 assigned to me, 2 tracked before,
-- 3 in progress, 4 all others. Without a query the first three suggest what one might go on with.
--
-- Row-level security would keep the word index from being used (its operator is not leakproof), so this runs as the
-- owner: it names the organization in every condition and answers nothing to a connection that may not see it.
create function search_work_items(organization uuid, person uuid, names text[], query text)
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
          and state_category not in ('Completed', 'Removed')
        order by changed_at desc limit 20
      ) own
      union
      (select tracked.id from tracked_before(organization, person) tracked order by last_at desc limit 40)
      union
      (select work_item.id from work_item
        where organization_id = organization and state_category = 'InProgress' and deleted_at is null
        order by changed_at desc limit 50)
    );
  else
    candidates := search_candidates(organization, person, names, query);
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

revoke execute on function search_candidates, tracked_before, search_work_items from public;
grant execute on function search_work_items to stint_app;
