-- Which budget work items and worklogs have (product.md, Budgets), and what adds up on it.
--
-- The rule is the domain's resolveBudget: the search goes from the thing outward, over its parents, then over its
-- iteration and those above; the first attached budget is it, unless it was excluded there or on the way.
-- The answer for work items is kept in work_item_budget; worklogs have that of their item unless something is attached
-- to or excluded at them.

-- A budget is attached to or excluded at a thing once; these also find what stands at a thing.
create unique index budget_assignment_work_item_once on budget_assignment (organization_id, work_item_id, budget_id)
  where work_item_id is not null;
create unique index budget_assignment_iteration_once on budget_assignment (organization_id, lower(iteration_path), budget_id)
  where iteration_path is not null;
create unique index budget_assignment_work_log_once on budget_assignment (organization_id, work_log_id, budget_id)
  where work_log_id is not null;

-- With the billable seconds in it, what budgets add up is read from the index alone.
drop index work_log_work_item;
create index work_log_work_item on work_log (organization_id, work_item_id) include (person_id, seconds, billable_seconds)
  where deleted_at is null;

-- Attaching and moving work items takes place one after the other in an organization: each is resolved with all
-- earlier ones seen.
create function budget_lock_key(organization uuid) returns bigint language sql immutable parallel safe
return hashtextextended('budgets ' || organization, 0);

-- The budgets that these work items have in the end; no row for items without. `excluded` are budgets that they do not
-- get at all. Distances count parents; iterations are farther than any parent, the longest path nearest. Parents that
-- form a circle are walked once.
create function resolved_budgets(organization uuid, items integer[], excluded uuid[] default '{}')
returns table (work_item_id integer, budget_id uuid, assignment_type smallint)
language sql stable
begin atomic
  with recursive item as (
    select distinct given.id from unnest(items) as given (id)
  ), chain (id, ancestor, distance, walked) as (
    select item.id, item.id, 0, array[item.id] from item
    union all
    select chain.id, w.parent_id, chain.distance + 1, chain.walked || w.parent_id
    from chain
    join work_item w on w.organization_id = organization and w.id = chain.ancestor
    where w.parent_id is not null and not w.parent_id = any (chain.walked)
  ), placed as (
    select w.id, lower(w.iteration_path) as path
    from item
    join work_item w on w.organization_id = organization and w.id = item.id
    where w.iteration_path is not null
  ), path_met as (
    select p.path, a.budget_id, a.is_exclusion, 1000000000 - length(a.iteration_path) as distance
    from (select distinct path from placed) p
    join budget_assignment a on a.organization_id = organization and a.iteration_path is not null
      and starts_with(p.path || '\', lower(a.iteration_path) || '\')
  ), met as (
    select chain.id, a.budget_id, a.is_exclusion, chain.distance
    from chain
    join budget_assignment a on a.organization_id = organization and a.work_item_id = chain.ancestor
    union all
    select placed.id, path_met.budget_id, path_met.is_exclusion, path_met.distance
    from placed
    join path_met using (path)
  )
  select distinct on (met.id) met.id, met.budget_id,
    case when met.distance = 0 then 2 when met.distance < 500000000 then 3 else 4 end::smallint
  from met
  where not met.is_exclusion and met.budget_id <> all (excluded)
    and not exists (
      select from met exclusion
      where exclusion.id = met.id and exclusion.budget_id = met.budget_id and exclusion.is_exclusion
        and exclusion.distance <= met.distance
    )
  order by met.id, met.distance;
end;

-- Brings work_item_budget up to date for these work items and all below them, or for all (null); answers how many
-- changed. Call it in the transaction that changed an assignment, a parent or an iteration.
create function resolve_work_item_budgets(organization uuid, items integer[]) returns integer language plpgsql as $$
declare
  affected integer[];
  changed integer;
begin
  perform pg_advisory_xact_lock(budget_lock_key(organization));
  if not exists (select from budget_assignment a where a.organization_id = organization)
    and not exists (select from work_item_budget b where b.organization_id = organization) then
    return 0;
  end if;
  if items is null then
    affected := array(
      select w.id from work_item w where w.organization_id = organization
      union
      select b.work_item_id from work_item_budget b where b.organization_id = organization
    );
  else
    affected := array(
      with recursive below (id) as (
        select unnest(items)
        union
        select w.id from below join work_item w on w.organization_id = organization and w.parent_id = below.id
      )
      select below.id from below
    );
  end if;
  with resolved as materialized (
    select * from resolved_budgets(organization, affected)
  ), gone as (
    delete from work_item_budget b
    where b.organization_id = organization and b.work_item_id = any (affected)
      and not exists (select from resolved r where r.work_item_id = b.work_item_id)
    returning 1
  ), kept as (
    insert into work_item_budget as b (organization_id, work_item_id, budget_id, assignment_type)
    select organization, r.work_item_id, r.budget_id, r.assignment_type from resolved r
    on conflict (organization_id, work_item_id) do update
      set budget_id = excluded.budget_id, assignment_type = excluded.assignment_type
      where b.budget_id <> excluded.budget_id or b.assignment_type <> excluded.assignment_type
    returning 1
  )
  select (select count(*) from gone) + (select count(*) from kept) into changed;
  if changed > 0 then
    -- No worklog was written, so this is what tells the watch of thresholds.
    perform pg_notify('stint_changed', organization::text);
  end if;
  return changed;
end $$;

-- The budget of a worklog in the end: `attached` to it, else that of its work item, else, where that is excluded at the
-- worklog, what the search finds further on.
create function budget_in_the_end(organization uuid, item integer, of_item uuid, attached uuid, excluded uuid[])
returns uuid language sql stable
return case
  when attached is not null then attached
  when of_item = any (excluded) then (
    select further.budget_id from resolved_budgets(organization, array[item], excluded) further
  )
  else of_item
end;

-- The budget that a worklog has, or would have on this work item; a new worklog is null. For the guard of time.
create function budget_of(organization uuid, work_log uuid, item integer) returns uuid language sql stable
begin atomic
  select budget_in_the_end(organization, item,
    (select b.budget_id from work_item_budget b where b.organization_id = organization and b.work_item_id = item),
    (array_agg(a.budget_id) filter (where not a.is_exclusion))[1],
    array_agg(a.budget_id) filter (where a.is_exclusion))
  from budget_assignment a
  where a.organization_id = organization and a.work_log_id = work_log;
end;

-- Worklogs that something is attached to or excluded at, with the budget attached to them, that of their work item, and
-- the one they have in the end. All other worklogs have the budget of their work item, so a query over many is
--   work_log w left join work_item_budget i … left join work_log_override o …
-- with the budget: case when o.id is null then i.budget_id else o.budget_id end
create view work_log_override with (security_invoker = true) as
select w.organization_id, w.id, w.work_item_id, w.seconds, w.billable_seconds, w.local_started_at, w.deleted_at,
  own.attached as attached_budget_id, of_item.budget_id as item_budget_id,
  budget_in_the_end(w.organization_id, w.work_item_id, of_item.budget_id, own.attached, own.excluded) as budget_id
from (
  select a.organization_id, a.work_log_id,
    (array_agg(a.budget_id) filter (where not a.is_exclusion))[1] as attached,
    array_agg(a.budget_id) filter (where a.is_exclusion) as excluded
  from budget_assignment a
  where a.work_log_id is not null
  group by a.organization_id, a.work_log_id
) own
join work_log w on w.organization_id = own.organization_id and w.id = own.work_log_id
left join work_item_budget of_item
  on of_item.organization_id = w.organization_id and of_item.work_item_id = w.work_item_id;

-- Seconds tracked and billed on budgets, and how many worklogs: those of their items, less those that something is
-- attached to or excluded at, plus these where they belong. So the many worklogs are read from an index alone.
create function budget_sums(organization uuid, budgets uuid[])
returns table (budget_id uuid, tracked bigint, billed bigint, work_logs bigint)
language sql stable
begin atomic
  select part.budget_id, sum(part.tracked)::bigint, sum(part.billed)::bigint, sum(part.work_logs)::bigint
  from (
    select b.budget_id, sum(w.seconds) as tracked, coalesce(sum(w.billable_seconds), 0) as billed, count(*) as work_logs
    from work_item_budget b
    join work_log w on w.organization_id = organization and w.work_item_id = b.work_item_id and w.deleted_at is null
    where b.organization_id = organization and b.budget_id = any (budgets)
    group by b.budget_id
    union all
    select o.item_budget_id, -o.seconds, -coalesce(o.billable_seconds, 0), -1
    from work_log_override o
    where o.organization_id = organization and o.item_budget_id = any (budgets) and o.deleted_at is null
    union all
    select o.budget_id, o.seconds, coalesce(o.billable_seconds, 0), 1
    from work_log_override o
    where o.organization_id = organization and o.budget_id = any (budgets) and o.deleted_at is null
      -- Follows from the line above; known before the worklog and its item are read.
      and (o.attached_budget_id is null or o.attached_budget_id = any (budgets))
  ) part
  group by part.budget_id;
end;

-- The worklogs of a budget that are not deleted.
create function work_logs_of_budget(organization uuid, budget uuid) returns table (id uuid, local_started_at timestamp)
language sql stable
begin atomic
  select w.id, w.local_started_at
  from work_item_budget b
  join work_log w on w.organization_id = organization and w.work_item_id = b.work_item_id and w.deleted_at is null
  where b.organization_id = organization and b.budget_id = budget
    and not exists (select from budget_assignment a where a.organization_id = organization and a.work_log_id = w.id)
  union all
  select o.id, o.local_started_at
  from work_log_override o
  where o.organization_id = organization and o.budget_id = budget and o.deleted_at is null
    and (o.attached_budget_id is null or o.attached_budget_id = budget);
end;

grant select on work_log_override to stint_app;
