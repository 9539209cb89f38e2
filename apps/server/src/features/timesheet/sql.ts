/** Rows that are answered at most. */
export const MOST_ROWS = 500;

/**
 * The work items of a timesheet with the time of the range, as one JSON. $1 organization, $2 person, $3 first and $4 last day,
 * $5 names of the person in lower case, $6 project or null, $7 iterations, $8 mine, $9 first day of earlier time or null,
 * $10 parents, $11 rows at most. The tables are asked by their indexes: time by person, items by id, iteration or assignee.
 */
export const TIMESHEET = `
with own as materialized (
  select id, work_item_id, activity_type_id, comment, seconds, billable_seconds, local_started_at, has_clock_time from work_log
  where organization_id = $1::uuid and person_id = $2::uuid and deleted_at is null
    and local_started_at >= $3::date and local_started_at < $4::date + 1
), wanted as materialized (
  select distinct work_item_id as id, 'time' as reason from own where work_item_id is not null
  union all
  select distinct work_item_id, 'filter' from work_log
  where $9::date is not null and organization_id = $1::uuid and person_id = $2::uuid and deleted_at is null
    and local_started_at >= $9::date and local_started_at < $3::date and work_item_id is not null
  union all
  select w.id, 'filter' from iteration i
  join work_item w on w.organization_id = $1::uuid and w.iteration_path = i.path and w.deleted_at is null
  where $7::boolean and i.organization_id = $1::uuid and i.start_date <= $4::date and i.finish_date >= $3::date
    and ($6::text is null or lower(i.project) = lower($6::text))
    and (not $8::boolean or lower(w.assigned_to) = any ($5::text[]))
  union all
  select w.id, 'filter' from work_item w
  where $8::boolean and not $7::boolean and w.organization_id = $1::uuid and lower(w.assigned_to) = any ($5::text[])
    and w.state_category = 'InProgress' and w.deleted_at is null
), named as materialized (
  select id, bool_or(reason = 'time') as has_time from wanted group by id
), kept as materialized (
  select w.*, has_time from named
  join work_item w on w.organization_id = $1::uuid and w.id = named.id
  where ($6::text is null or lower(w.project) = lower($6::text))
  order by has_time desc, w.id limit $11::integer + 1
), above as (
  select distinct a.ancestor_id as id from kept
  join work_item_ancestry a on a.organization_id = $1::uuid and a.descendant_id = kept.id and a.depth > 0
  where $10::boolean and a.ancestor_id not in (select id from kept)
), shown as (
  select id, title, type, project, state, state_category, iteration_path, parent_id, effort, assigned_to, fields,
    case when has_time then 'time' else 'filter' end as reason
  from kept
  union all
  select w.id, w.title, w.type, w.project, w.state, w.state_category, w.iteration_path, w.parent_id, w.effort,
    w.assigned_to, w.fields, 'parent'
  from above
  join work_item w on w.organization_id = $1::uuid and w.id = above.id
)
select
  (select coalesce(json_agg(json_build_object(
      'id', id, 'title', title, 'type', type, 'teamProject', project, 'state', state, 'stateCategory', state_category,
      'iterationPath', iteration_path, 'parentId', parent_id, 'effort', effort, 'reason', reason,
      'isAssigned', coalesce(lower(assigned_to) = any ($5::text[]), false),
      'activatedAt', fields ->> 'Microsoft.VSTS.Common.ActivatedDate',
      'stateChangedAt', fields ->> 'Microsoft.VSTS.Common.StateChangeDate',
      'closedAt', fields ->> 'Microsoft.VSTS.Common.ClosedDate') order by id), '[]')
    from shown) as items,
  (select coalesce(json_agg(json_build_object(
      'id', id, 'workItemId', work_item_id, 'activityTypeId', activity_type_id, 'comment', comment, 'length', seconds,
      'billableLength', billable_seconds, 'hasClockTime', has_clock_time,
      'timestamp', to_char(local_started_at, 'YYYY-MM-DD"T"HH24:MI:SS')) order by local_started_at, id), '[]')
    from own) as entries`;
