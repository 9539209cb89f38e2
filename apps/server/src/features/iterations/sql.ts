/**
 * Iterations with what was tracked for them. $1 organization, $2 first and $3 last day, or null with $8, the path of one; $4 project
 * or null, $5 the person whose time alone counts or null, $6 whether budgets are told, $7 iterations at most. Time is added up by item
 * once, then by iteration.
 */
export const ITERATIONS = `
with asked as materialized (
  select path, project, start_date, finish_date from iteration
  where organization_id = $1::uuid and ($3::date is null or start_date <= $3::date)
    and ($2::date is null or finish_date >= $2::date) and ($8::text is null or lower(path) = lower($8::text))
    and ($4::text is null or lower(project) = lower($4::text))
  order by start_date desc, path limit $7::integer
), item as materialized (
  select asked.path, w.id, w.effort from asked
  join work_item w on w.organization_id = $1::uuid and w.iteration_path = asked.path and w.deleted_at is null
), tracked as (
  select item.path, sum(l.seconds) as seconds from item
  join asked using (path)
  join work_log l on l.organization_id = $1::uuid and l.work_item_id = item.id and l.deleted_at is null
    and (asked.start_date is null or l.local_started_at >= asked.start_date)
    and (asked.finish_date is null or l.local_started_at < asked.finish_date + 1)
    and ($5::uuid is null or l.person_id = $5::uuid)
  group by item.path
), under as materialized (
  select distinct item.path, a.descendant_id as id from item
  join work_item_ancestry a on a.organization_id = $1::uuid and a.ancestor_id = item.id
), booked as materialized (
  select l.work_item_id as id, sum(l.seconds) as seconds
  from (select distinct id from under) each
  join work_log l on l.organization_id = $1::uuid and l.work_item_id = each.id and l.deleted_at is null
    and ($5::uuid is null or l.person_id = $5::uuid)
  group by l.work_item_id
), summed as (
  select under.path, sum(booked.seconds) as seconds from under join booked using (id) group by under.path
), moved as (
  select asked.path, count(distinct w.id) as items from asked
  join work_log l on l.organization_id = $1::uuid and l.deleted_at is null
    and l.local_started_at >= asked.start_date and l.local_started_at < asked.finish_date + 1
    and ($5::uuid is null or l.person_id = $5::uuid)
  join work_item w on w.organization_id = $1::uuid and w.id = l.work_item_id and w.project = asked.project
    and w.iteration_path is distinct from asked.path and w.deleted_at is null
  group by asked.path
), counted as (
  select path, count(*) as items, sum(effort) as effort from item group by path
), budgeted as (
  select distinct on (asked.path) asked.path, b.id, b.name from asked
  join budget_assignment a on a.organization_id = $1::uuid and not a.is_exclusion
    and starts_with(lower(asked.path) || '\\', lower(a.iteration_path) || '\\')
  join budget b on b.organization_id = $1::uuid and b.id = a.budget_id
  where $6::boolean
  order by asked.path, length(a.iteration_path) desc
)
select asked.path, asked.project, asked.start_date as "startDate", asked.finish_date as "finishDate",
  coalesce(counted.items, 0)::integer as "workItems", counted.effort,
  coalesce(tracked.seconds, 0)::float8 as tracked, coalesce(summed.seconds, 0)::float8 as summary,
  coalesce(moved.items, 0)::integer as moved, budgeted.id as "budgetId", budgeted.name as "budgetName"
from asked
left join counted using (path)
left join tracked using (path)
left join summed using (path)
left join moved using (path)
left join budgeted using (path)
order by asked.start_date desc, asked.path`;

/**
 * The work items of an iteration, and those of its project that have time on its days and are in another iteration now. $1
 * organization, $2 path, $3 the person whose time alone counts or null, $4 whether budgets are told, $5 items at most.
 */
export const ITERATION_ITEMS = `
with asked as materialized (
  select path, project, start_date, finish_date from iteration where organization_id = $1::uuid and path = $2::text
), moved as (
  select distinct l.work_item_id as id from asked
  join work_log l on l.organization_id = $1::uuid and l.deleted_at is null
    and l.local_started_at >= asked.start_date and l.local_started_at < asked.finish_date + 1
    and ($3::uuid is null or l.person_id = $3::uuid)
), item as materialized (
  select w.id, w.iteration_path is distinct from asked.path as is_moved from asked
  join work_item w on w.organization_id = $1::uuid and w.deleted_at is null
    and (w.iteration_path = asked.path or (w.project = asked.project and w.id in (select id from moved)))
  order by 2, 1 limit $5::integer
), tracked as (
  select item.id, sum(l.seconds) as seconds from item
  cross join asked
  join work_log l on l.organization_id = $1::uuid and l.work_item_id = item.id and l.deleted_at is null
    and (asked.start_date is null or l.local_started_at >= asked.start_date)
    and (asked.finish_date is null or l.local_started_at < asked.finish_date + 1)
    and ($3::uuid is null or l.person_id = $3::uuid)
  group by item.id
), summed as (
  select item.id, sum(l.seconds) as seconds from item
  join work_item_ancestry a on a.organization_id = $1::uuid and a.ancestor_id = item.id
  join work_log l on l.organization_id = $1::uuid and l.work_item_id = a.descendant_id and l.deleted_at is null
    and ($3::uuid is null or l.person_id = $3::uuid)
  group by item.id
)
select w.id, w.title, w.type, w.project, w.state, w.state_category as "stateCategory",
  w.iteration_path as "iterationPath", item.is_moved as "isMoved", w.effort,
  coalesce(tracked.seconds, 0)::float8 as tracked, coalesce(summed.seconds, 0)::float8 as summary,
  b.id as "budgetId", b.name as "budgetName"
from item
join work_item w on w.organization_id = $1::uuid and w.id = item.id
left join tracked on tracked.id = item.id
left join summed on summed.id = item.id
left join work_item_budget wb on $4::boolean and wb.organization_id = $1::uuid and wb.work_item_id = item.id
left join budget b on b.organization_id = $1::uuid and b.id = wb.budget_id
order by item.is_moved, w.id`;
