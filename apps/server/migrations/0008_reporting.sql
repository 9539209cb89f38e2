-- Reporting: which work items are below which, and reading their fields without ever failing.

-- The hierarchy's closure: each work item that is not deleted with itself (depth 0) and all above it, the parent at 1.
-- A parent counts when our copy has it and it is not deleted; without one an item is a root. Of parents that form a
-- circle, the one with the smallest id is the root. More than 100 levels up are not kept.
create table work_item_ancestry (
  organization_id uuid not null references organization,
  ancestor_id integer not null,
  descendant_id integer not null,
  depth smallint not null,
  -- what is below an item; its children come first
  primary key (organization_id, ancestor_id, depth, descendant_id)
);
-- what is above an item: one at each depth
create unique index work_item_ancestry_above on work_item_ancestry (organization_id, descendant_id, depth)
  include (ancestor_id);

alter table work_item_ancestry enable row level security;
create policy organization_only on work_item_ancestry
  using (organization_id = (select current_organization()) or (select sees_every_organization()));
grant select, insert, update, delete on work_item_ancestry to stint_app;

-- Of things that each point to another of the list by its place (from 1), so that every way ends in a circle: the place of
-- the first one of each circle. Each is walked twice at most.
create function first_of_circles(next integer[]) returns integer[] language plpgsql immutable parallel safe as $$
declare
  walked integer[] := array_fill(0, array[cardinality(next)]);
  at integer;
  first integer;
  firsts integer[] := '{}';
begin
  for start in 1 .. cardinality(next) loop
    at := start;
    while walked[at] = 0 loop
      walked[at] := start;
      at := next[at];
    end loop;
    continue when walked[at] <> start;
    -- This walk has closed a circle; once around it.
    first := at;
    loop
      at := next[at];
      exit when walked[at] = -start;
      walked[at] := -start;
      first := least(first, at);
    end loop;
    firsts := firsts || first;
  end loop;
  return firsts;
end $$;

-- Work items that are not deleted and have no place in the closure: those with these ids. Here and below "offset 0"
-- makes the planner look up one by one, also while its statistics know nothing of what was just written.
create function without_place(organization uuid, items integer[]) returns table (id integer, parent_id integer)
language sql stable
begin atomic
  select w.id, w.parent_id
  from unnest(items) as item
  cross join lateral (
    select work_item.id, work_item.parent_id from work_item
    where work_item.organization_id = organization and work_item.id = item and work_item.deleted_at is null
    offset 0
  ) w
  where not exists (
    select from work_item_ancestry a
    where a.organization_id = organization and a.descendant_id = w.id and a.depth = 0
    offset 0
  );
end;

-- Brings the closure up to date for these work items and all below them, or for all (null): items that were added,
-- removed, deleted or taken back, or that have another parent. Set by set, from the top down; each item is placed once.
create function refresh_work_item_ancestry(organization uuid, items integer[]) returns void language plpgsql as $$
declare
  most_levels constant smallint := 100;
  -- to be placed
  waiting integer[];
  -- those whose turn it is: what is above them has its place
  ready integer[];
begin
  -- One change of the hierarchy after the other: each sees what those before have made of it.
  perform pg_advisory_xact_lock(hashtextextended('hierarchy ' || organization, 0));
  if items is null then
    waiting := array(select w.id from work_item w where w.organization_id = organization);
    delete from work_item_ancestry a where a.organization_id = organization;
  else
    waiting := array(
      with recursive below (id) as (
        select unnest(items)
        union
        select child.id from below
        cross join lateral (
          select w.id from work_item w
          where w.organization_id = organization and w.parent_id = below.id and w.deleted_at is null
          offset 0
        ) child
      )
      select below.id from below
    );
    delete from work_item_ancestry a where a.organization_id = organization and a.descendant_id = any (waiting);
  end if;
  loop
    waiting := array(
      with recursive above (id, parent_id) as (
        select w.id, w.parent_id from without_place(organization, waiting) w
        union
        select w.id, w.parent_id from above
        cross join lateral without_place(organization, array[above.parent_id]) w
      )
      select above.id from above order by above.id
    );
    exit when cardinality(waiting) = 0;
    ready := array(
      select w.id from without_place(organization, waiting) w
      where not exists (select from without_place(organization, array[w.parent_id]) offset 0)
    );
    if cardinality(ready) = 0 then
      -- What is left is in circles or below them.
      ready := array(
        select waiting[place]
        from unnest(first_of_circles(array(
          select parent.place::integer
          from unnest(waiting) with ordinality as item (id, place)
          join without_place(organization, waiting) w on w.id = item.id
          join unnest(waiting) with ordinality as parent (id, place) on parent.id = w.parent_id
          order by item.place
        ))) as place
      );
    end if;
    while cardinality(ready) > 0 loop
      insert into work_item_ancestry (organization_id, ancestor_id, descendant_id, depth)
      select organization, w.id, w.id, 0 from without_place(organization, ready) w
      union all
      select organization, above.ancestor_id, w.id, above.depth + 1
      from without_place(organization, ready) w
      cross join lateral (
        select a.ancestor_id, a.depth from work_item_ancestry a
        where a.organization_id = organization and a.descendant_id = w.parent_id and a.depth < most_levels
        offset 0
      ) above;
      ready := array(
        select w.id from without_place(organization, array(
          select child.id from unnest(ready) as placed
          cross join lateral (
            select below.id from work_item below
            where below.organization_id = organization and below.parent_id = placed
            offset 0
          ) child
        )) w
      );
    end loop;
  end loop;
end $$;

-- Whoever writes work items keeps the hierarchy right, the release before included: once for each statement, and only
-- where items come, go or get another parent.
create function work_items_added() returns trigger language plpgsql as $$
begin
  perform refresh_work_item_ancestry(moved.organization_id, array_agg(moved.id))
  from written moved
  group by moved.organization_id;
  return null;
end $$;

create function work_items_changed() returns trigger language plpgsql as $$
begin
  perform refresh_work_item_ancestry(moved.organization_id, array_agg(moved.id))
  from (
    select organization_id, id from (
      select organization_id, id, parent_id, deleted_at is null from written
      except
      select organization_id, id, parent_id, deleted_at is null from replaced
    ) now
    union
    select organization_id, id from (
      select organization_id, id, parent_id, deleted_at is null from replaced
      except
      select organization_id, id, parent_id, deleted_at is null from written
    ) before
  ) moved
  group by moved.organization_id;
  return null;
end $$;

create trigger hierarchy_added after insert on work_item referencing new table as written
  for each statement execute function work_items_added();
create trigger hierarchy_changed after update on work_item referencing old table as replaced new table as written
  for each statement execute function work_items_changed();
create trigger hierarchy_removed after delete on work_item referencing old table as written
  for each statement execute function work_items_added();

select refresh_work_item_ancestry(id, null) from organization;

-- What a span of time adds up to is read from the index alone.
drop index work_log_time;
create index work_log_time on work_log (organization_id, local_started_at desc, id desc)
  include (person_id, work_item_id, activity_type_id, seconds, billable_seconds) where deleted_at is null;

-- Fields of work items by their reference names. Projects decide what a field holds, so each reader takes whatever is
-- there and answers null for what it cannot be.

-- People as Azure DevOps writes them as text, `Name <account>`; other values as they are.
create function field_text(fields jsonb, name text) returns text language sql immutable parallel safe
return case
  when jsonb_typeof(fields -> name) = 'object' and fields -> name ? 'displayName' then
    concat(fields -> name ->> 'displayName', ' <' || nullif(fields -> name ->> 'uniqueName', '') || '>')
  else fields ->> name
end;

create function field_number(fields jsonb, name text) returns double precision language sql immutable parallel safe
return case
  when jsonb_typeof(fields -> name) in ('number', 'string') and length(fields ->> name) <= 250
    and fields ->> name ~ '^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d)?\s*$'
    then (fields ->> name)::double precision
end;

create function field_integer(fields jsonb, name text) returns integer language sql immutable parallel safe
return case
  when field_number(fields, name) between -2147483648 and 2147483647 then round(field_number(fields, name))::integer
end;

create function field_flag(fields jsonb, name text) returns boolean language sql immutable parallel safe
return case lower(fields ->> name)
  when 'true' then true
  when 'yes' then true
  when '1' then true
  when 'false' then false
  when 'no' then false
  when '0' then false
end;

-- Without an offset it is UTC.
create function field_instant(fields jsonb, name text) returns timestamptz language sql stable parallel safe
return case
  when fields ->> name ~ '^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[-+](0\d|1[0-4]):?[0-5]\d)?)?$'
    and substr(fields ->> name, 9, 2)::integer <= extract(day from
      make_date(substr(fields ->> name, 1, 4)::integer, substr(fields ->> name, 6, 2)::integer, 1)
        + interval '1 month' - interval '1 day')
    then (fields ->> name || case when fields ->> name ~ '(Z|:\d\d[-+][\d:]+|\.\d+[-+][\d:]+)$' then '' else 'Z' end)::timestamptz
end;

-- Reports ask for a worklog's budget where somebody reads it; a function that is not marked keeps all others from being read in parallel.
alter function resolved_budgets(uuid, integer[], uuid[]) parallel safe;
alter function budget_in_the_end(uuid, integer, uuid, uuid, uuid[]) parallel safe;
alter function budget_of(uuid, uuid, integer) parallel safe;
