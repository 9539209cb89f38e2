/** Ids are made from what they are of, so that rows find each other without look-ups. $1 is the organization. */
const idOf = (what: string, number: string): string =>
  `md5($1::uuid::text || ' ${what} ' || ${number})::uuid`;

/** An item of a list of texts, the same one for the same number. */
const oneOf = (list: readonly string[], number: string): string =>
  `(array[${list.map((text) => `'${text}'`).join(', ')}])[1 + abs(hashint8(${number})) % ${list.length}]`;

/** $2 how many. */
export const PEOPLE = `
insert into person (organization_id, id, unique_name, email, display_name, role, time_zone)
select $1::uuid, ${idOf('person', 'n')}, 'person-' || n || '@large.local', 'person-' || n || '@large.local',
  'Person ' || n, case when n = 1 then 'Administrator' when n <= 10 then 'Product' else 'Team' end, 'Europe/Berlin'
from generate_series(1, $2::integer) n`;

export const WORK_ITEM_TYPES = `
insert into work_item_type (organization_id, project, name, color, states)
select $1::uuid, project, name, color,
  '[{"name": "To Do", "category": "Proposed"}, {"name": "In Progress", "category": "InProgress"},
    {"name": "Done", "category": "Completed"}]'::jsonb
from (values ('Epic', 'E06C00'), ('Feature', '773B93'), ('Product Backlog Item', '009CCC'), ('Task', 'A4880A')) t(name, color),
  (values ('Atlas'), ('Borealis')) p(project)`;

/** 26 sprints of two weeks in each project; the last one is under way. */
export const ITERATIONS = `
insert into iteration (organization_id, path, project, start_date, finish_date)
select $1::uuid, project || '\\Sprint ' || n, project, start, start + 11
from (values ('Atlas'), ('Borealis')) p(project), generate_series(1, 26) n,
  lateral (select date_trunc('week', now())::date - 14 * (26 - n) as start) s`;

const actions = [
  'Retry',
  'Cache',
  'Validate',
  'Measure',
  'Translate',
  'Document',
  'Refactor',
  'Archive',
  'Export',
  'Preview',
];
const subjects = [
  'uploads',
  'invoices',
  'reports',
  'sessions',
  'imports',
  'comments',
  'dashboards',
  'webhooks',
  'calendars',
  'attachments',
  'permissions',
  'notifications',
];
const places = [
  'on slow networks',
  'for guests',
  'on mobile',
  'behind a proxy',
  'after a restore',
  'in Safari',
];

/** A text of some length, as people write. */
const descriptionOf = (number: string): string =>
  `'<p>' || repeat(${oneOf(actions, number)} || ' ' || ${oneOf(subjects, `${number} + 3`)} || '. ', 3 + ${number} % 9) || '</p>'`;

/**
 * Blocks of 100 items: an epic, then in each 20 a feature, in each 5 a backlog item; all others are tasks. $2 first
 * id, $3 last id, $4 how many people.
 */
export const WORK_ITEMS = `
insert into work_item (organization_id, id, revision, type, title, state, state_category, project, area_path,
  iteration_path, assigned_to, parent_id, effort, created_at, changed_at, fields)
select $1::uuid, id, 1, type,
  ${oneOf(actions, 'id')} || ' ' || ${oneOf(subjects, 'id + 7')} || ' ' || ${oneOf(places, 'id + 13')} || ' ' || id,
  case category when 'Proposed' then 'To Do' when 'InProgress' then 'In Progress' else 'Done' end, category,
  project, project, project || '\\Sprint ' || 1 + id % 26,
  case when category <> 'Proposed' then 'person-' || 1 + id % $4::integer || '@large.local' end,
  case type
    when 'Feature' then id - n % 100
    when 'Product Backlog Item' then id - n % 20 + 1
    when 'Task' then id - n % 5 + 2
  end,
  effort, created_at, changed_at, jsonb_build_object(
    'System.Reason', 'Moved on', 'System.CreatedDate', created_at, 'System.ChangedDate', changed_at,
    'System.Tags', ${oneOf(['capex', 'opex', 'capex; urgent'], 'id + 21')}, 'System.Description', ${descriptionOf('id')},
    'Microsoft.VSTS.Common.Priority', 1 + id % 4, 'Microsoft.VSTS.Common.StateChangeDate', changed_at,
    'Microsoft.VSTS.Scheduling.' || case type when 'Task' then 'OriginalEstimate' else 'Effort' end, effort)
from (
  select id, id - 1 as n,
    case
      when (id - 1) % 100 = 0 then 'Epic'
      when (id - 1) % 20 = 1 then 'Feature'
      when (id - 1) % 5 = 2 then 'Product Backlog Item'
      else 'Task'
    end as type,
    ${oneOf(['Proposed', 'InProgress', 'Completed', 'Completed'], 'id + 3')} as category,
    case when (id - 1) / 100 % 2 = 0 then 'Atlas' else 'Borealis' end as project,
    1 + abs(hashint8(id + 5)) % 20 as effort, now() - make_interval(hours => 26000 - id % 25000) as created_at,
    now() - make_interval(mins => id % 400000) as changed_at
  from generate_series($2::integer, $3::integer) id
) item`;

/** Budgets for every tenth epic, $2 at most. */
export const BUDGETS = `
insert into budget (organization_id, id, name, planned_seconds)
select $1::uuid, ${idOf('budget', 'id')}, title, 3600000 from work_item
where organization_id = $1::uuid and type = 'Epic' and id % 1000 = 1
order by id limit $2`;

export const ASSIGNMENTS = `
insert into budget_assignment (organization_id, id, budget_id, work_item_id)
select $1::uuid, ${idOf('assignment', 'w.id')}, b.id, w.id from work_item w
join budget b on b.organization_id = $1::uuid and b.id = ${idOf('budget', 'w.id')}
where w.organization_id = $1::uuid and w.type = 'Epic'`;

/**
 * Six and seven worklogs a working day in turn, an hour and a half apart with gaps between, the last ones on the last Friday of a past
 * week: 5,000 worklogs are three years. $2 first and $3 last person, $4 worklogs of each, $5 how many work items.
 */
export const WORKLOGS = `
insert into work_log (organization_id, id, person_id, work_item_id, activity_type_id, comment, seconds,
  billable_seconds, started_at, local_started_at, added_by, edited_by, created_at, local_created_at, edited_at,
  local_edited_at, is_tracked, is_billable)
select $1::uuid, ${idOf('worklog', `person || '.' || n`)}, owner, 1 + abs(hashint8(person * 7919 + n)) % $5::integer,
  types[1 + (person + n) % cardinality(types)], case when n % 3 = 0 then 'Step ' || n else '' end, seconds,
  case when n % 4 = 0 then seconds end, began at time zone 'Europe/Berlin', began, owner, owner,
  ended at time zone 'Europe/Berlin', ended, ended at time zone 'Europe/Berlin', ended, n % 2 = 0, n % 4 = 0
from (select array_agg(id order by position) as types from activity_type where organization_id = $1::uuid) t,
  generate_series($2::integer, $3::integer) person,
  generate_series(0, $4::integer - 1) n,
  lateral (select ${idOf('person', 'person')} as owner, 900 + abs(hashint8(person * 104729 + n)) % 2700 as seconds) w,
  lateral (select n / 13 * 2 + n % 13 / 7 as working_day, n % 13 % 7 as place) d,
  lateral (
    select date_trunc('week', now() at time zone 'Europe/Berlin') - interval '3 days'
      - make_interval(days => working_day / 5 * 7 + working_day % 5)
      + make_interval(hours => 7, mins => place * 90 + (person * 7 + n) % 30) as began
  ) b,
  lateral (select began + seconds * interval '1 second' as ended) e`;
