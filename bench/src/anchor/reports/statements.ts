/** Hand-written reports by name. $1 is the organization's id; $2 and $3 are the first moment of a month and of the next. */
export const statements: Readonly<Record<string, string>> = {
  page: `
select coalesce(json_agg(p), '[]')::text as json from (
  select id as "Id", person_id as "UserId", activity_type_id as "ActivityTypeId", work_item_id as "WorkItemId",
    local_started_at as "Timestamp", seconds as "PeriodLength", comment as "Comment", edited_at as "EditedTimestamp",
    created_at as "CreatedTimestamp", is_tracked as "IsTracked", is_billable as "IsBillable",
    billable_seconds as "BillablePeriodLength"
  from work_log where organization_id = $1 and deleted_at is null order by id limit 1000
) p`,

  wholePage: `
select coalesce(json_agg(p), '[]')::text as json from (
  select w.id as "Id", w.person_id as "UserId", w.added_by as "AddedByUserId",
    coalesce(o.budget_id, wb.budget_id) as "BudgetId", w.activity_type_id as "ActivityTypeId",
    w.work_item_id as "WorkItemId", w.local_started_at as "Timestamp", w.seconds as "PeriodLength",
    w.comment as "Comment", w.edited_at as "EditedTimestamp", w.created_at as "CreatedTimestamp",
    w.is_tracked as "IsTracked", not w.is_tracked and not w.is_imported as "IsManuallyEntered",
    w.is_changed as "IsChanged", w.is_tracked_extended as "IsTrackedExtended", w.is_imported as "IsImported",
    w.is_from_api as "IsFromApi", w.is_billable as "IsBillable", w.billable_seconds as "BillablePeriodLength",
    json_build_object('Id', u.id, 'Name', u.display_name, 'Email', u.email) as "User",
    json_build_object('Id', ab.id, 'Name', ab.display_name, 'Email', ab.email) as "AddedByUser",
    json_build_object('Id', eb.id, 'Name', eb.display_name, 'Email', eb.email) as "EditedByUser",
    case when b.id is not null then json_build_object('Id', b.id, 'BudgetName', b.name) end as "Budget",
    json_build_object('Id', t.id, 'Color', t.color, 'Name', t.name) as "ActivityType",
    json_build_object('Year', extract(year from w.local_started_at)::integer,
      'Month', extract(month from w.local_started_at)::integer, 'Day', extract(day from w.local_started_at)::integer,
      'ShortDate', to_char(w.local_started_at, 'YYYY-MM-DD')) as "WorklogDate"
  from work_log w
  join person u on u.organization_id = $1 and u.id = w.person_id
  join person ab on ab.organization_id = $1 and ab.id = w.added_by
  join person eb on eb.organization_id = $1 and eb.id = w.edited_by
  join activity_type t on t.organization_id = $1 and t.id = w.activity_type_id
  left join work_item_budget wb on wb.organization_id = $1 and wb.work_item_id = w.work_item_id
  left join budget_assignment o on o.organization_id = $1 and o.work_log_id = w.id and not o.is_exclusion
  left join budget b on b.organization_id = $1 and b.id = coalesce(o.budget_id, wb.budget_id)
  where w.organization_id = $1 and w.deleted_at is null order by w.id limit 1000
) p`,

  pageWithWorkItem: `
select coalesce(json_agg(p), '[]')::text as json from (
  select w.id as "Id", w.local_started_at as "Timestamp", w.seconds as "PeriodLength", w.comment as "Comment",
    json_build_object('Id', u.id, 'Name', u.display_name, 'Email', u.email) as "User",
    json_build_object('Id', t.id, 'Color', t.color, 'Name', t.name) as "ActivityType",
    case when i.id is not null then json_build_object('System_Id', i.id, 'System_Title', i.title,
      'System_WorkItemType', i.type, 'System_TeamProject', i.project, 'System_State', i.state) end as "WorkItem"
  from work_log w
  join person u on u.organization_id = $1 and u.id = w.person_id
  join activity_type t on t.organization_id = $1 and t.id = w.activity_type_id
  left join work_item i on i.organization_id = $1 and i.id = w.work_item_id
  where w.organization_id = $1 and w.deleted_at is null order by w.id limit 1000
) p`,

  // Two worklogs of one person on one item are rare, so adding up by project before people are joined is best.
  byUserAndProject: `
select coalesce(json_agg(json_build_object('User', json_build_object('Name', p.display_name),
  'WorkItem', json_build_object('System_TeamProject', g.project), 'PeriodLength', g.seconds)), '[]')::text as json
from (
  select w.person_id, i.project, sum(w.seconds) as seconds
  from work_log w left join work_item i on i.organization_id = $1 and i.id = w.work_item_id
  where w.organization_id = $1 and w.deleted_at is null group by w.person_id, i.project
) g join person p on p.organization_id = $1 and p.id = g.person_id`,

  byUserAndProjectByItem: `
select coalesce(json_agg(json_build_object('User', json_build_object('Name', p.display_name),
  'WorkItem', json_build_object('System_TeamProject', g.project), 'PeriodLength', g.seconds)), '[]')::text as json
from (
  select w.person_id, i.project, sum(w.seconds) as seconds
  from (
    select person_id, work_item_id, sum(seconds) as seconds from work_log
    where organization_id = $1 and deleted_at is null group by person_id, work_item_id
  ) w left join work_item i on i.organization_id = $1 and i.id = w.work_item_id
  group by w.person_id, i.project
) g join person p on p.organization_id = $1 and p.id = g.person_id`,

  byUser: `
select coalesce(json_agg(json_build_object('UserId', person_id, 'PeriodLength', seconds)), '[]')::text as json
from (
  select person_id, sum(seconds) as seconds from work_log
  where organization_id = $1 and deleted_at is null group by person_id
) g`,

  byUserOfMonth: `
select coalesce(json_agg(json_build_object('User', json_build_object('Name', p.display_name),
  'PeriodLength', g.seconds)), '[]')::text as json
from (
  select person_id, sum(seconds) as seconds from work_log
  where organization_id = $1 and deleted_at is null and local_started_at >= $2 and local_started_at < $3
  group by person_id
) g join person p on p.organization_id = $1 and p.id = g.person_id`,

  // Only what is below the items of the page is added up.
  hierarchyOfMonth: `
with page as (
  select w.id, w.type, w.project, w.title from work_item w
  where w.organization_id = $1 and w.deleted_at is null and w.type = 'Epic' and not exists (
    select from work_item_ancestry a where a.organization_id = $1 and a.descendant_id = w.id and a.depth = 1)
  order by w.id limit 100
), booked as (
  select work_item_id, sum(seconds) as seconds from work_log
  where organization_id = $1 and deleted_at is null and local_started_at >= $2 and local_started_at < $3
  group by work_item_id
), rolled as (
  select a.ancestor_id, sum(b.seconds) as total, sum(b.seconds) filter (where a.depth = 0) as itself
  from page join work_item_ancestry a on a.organization_id = $1 and a.ancestor_id = page.id
  join booked b on b.work_item_id = a.descendant_id group by a.ancestor_id
)
select coalesce(json_agg(json_build_object('System_Id', page.id, 'System_WorkItemType', page.type,
  'System_TeamProject', page.project, 'System_Title', page.title, 'TrackedTotal', coalesce(r.total, 0),
  'TrackedItself', coalesce(r.itself, 0))), '[]')::text as json
from page left join rolled r on r.ancestor_id = page.id`,
};
