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

/**
 * Blocks of 100 items: an epic, then in each 20 a feature, in each 5 a backlog item; all others are tasks. $2 first
 * id, $3 last id, $4 how many people.
 */
export const WORK_ITEMS = `
insert into work_item (organization_id, id, revision, type, title, state, state_category, project, area_path,
  iteration_path, assigned_to, parent_id, created_at, changed_at)
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
  now() - make_interval(hours => 9000 - id % 8000), now() - make_interval(mins => id % 400000)
from (
  select id, id - 1 as n,
    case
      when (id - 1) % 100 = 0 then 'Epic'
      when (id - 1) % 20 = 1 then 'Feature'
      when (id - 1) % 5 = 2 then 'Product Backlog Item'
      else 'Task'
    end as type,
    ${oneOf(['Proposed', 'InProgress', 'Completed', 'Completed'], 'id + 3')} as category,
    case when (id - 1) / 100 % 2 = 0 then 'Atlas' else 'Borealis' end as project
  from generate_series($2::integer, $3::integer) id
) item`;

/**
 * Four worklogs a working day, two hours apart and at most 75 minutes long, the last ones on the last Friday of a past week. $2 first and $3
 * last person, $4 worklogs of each, $5 how many work items.
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
  lateral (select ${idOf('person', 'person')} as owner, n / 4 as working_day, 900 + abs(hashint8(person * 104729 + n)) % 3600 as seconds) w,
  lateral (
    select date_trunc('week', now() at time zone 'Europe/Berlin') - interval '3 days'
      - make_interval(days => working_day / 5 * 7 + working_day % 5)
      + make_interval(hours => 8 + n % 4 * 2, mins => (person * 7 + n) % 45) as began
  ) b,
  lateral (select began + seconds * interval '1 second' as ended) e`;
