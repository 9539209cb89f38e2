import { askedOf, guardExpression, NOTHING_REFUSED, refusedEntries } from '../worklogs/guard-sql.ts';
import {
  addedExpression,
  entryOfParameters,
  NOTE_COLUMNS,
  NOTES_OF_ADDED,
} from '../worklogs/insert-statement.ts';
import { workItemJson } from '../work-items/work-item-json.ts';

/**
 * Everything an answer shows of one person in one statement. $1 organization, $2 person, $3 and $4 the person's day as
 * wall times, $5 the work item to show (0 none, null the record's own).
 */
const view = (lock: '' | 'for update') => `
with own as materialized (
  select version, state, coalesce($5::integer, (state ->> 'workItemId')::integer) as item
  from track where organization_id = $1::uuid and person_id = $2::uuid ${lock}
)
select own.state as record, own.version::float8 as version, nullif(own.item, 0) as "workItemId",
  ${lock === '' ? 'false' : 'own.version <> (select version from track where organization_id = $1::uuid and person_id = $2::uuid)'} as "isOutrun",
  (select coalesce(sum(seconds), 0)::float8 from work_log
    where organization_id = $1::uuid and person_id = $2::uuid and deleted_at is null
      and local_started_at >= $3::timestamp and local_started_at < $4::timestamp) as today,
  on_item.mine, on_item.team,
  ${workItemJson('(select item from own)')} as "workItem"
from own, (
  select coalesce(sum(seconds) filter (where person_id = $2::uuid), 0)::float8 as mine,
    coalesce(sum(seconds), 0)::float8 as team
  from work_log
  where organization_id = $1::uuid and work_item_id = (select item from own) and deleted_at is null
) on_item`;

export const VIEW = view('');

/**
 * The same, and keeps every other change of the record waiting. Having waited itself, the totals may lack what the
 * other change booked; `isOutrun` tells.
 */
export const LOCKED_VIEW = view('for update');

/** Locks the record when the clock must look at it and nobody else does. $1 organization, $2 person, $3 now. */
export const LOCK_DUE = `
select state as record, version::float8 as version from track
where organization_id = $1::uuid and person_id = $2::uuid and deadline_at <= $3::timestamptz
for update skip locked`;

/** $1 organization, $2 person, $3 record. */
export const ADD = `
insert into track (organization_id, person_id, state) values ($1::uuid, $2::uuid, $3::jsonb) on conflict do nothing`;

/**
 * Waits until nobody decides about the person's weeks, or, where entries may not overlap, writes their time. Comes before
 * the lock of the record, as in `SAVE`. $1 organization, $2 person, $3 whether entries may not overlap.
 */
export const LOCK_TIME = `
select case when $3::boolean then pg_advisory_xact_lock(time_lock_key($1::uuid, $2::uuid))
  else pg_advisory_xact_lock_shared(time_lock_key($1::uuid, $2::uuid)) end`;

/**
 * Writes a change of the record with its audit rows, all or nothing; answers no row when the record is no longer of the
 * version that was read, and what the guard refuses. $1 organization, $2 person, $3 record, $4 whether a track runs, $5
 * deadline, $6 audit rows, $7 now, $8 the version, $9 what the guard is asked (null: nothing, so that a stop is never
 * refused), $10 to $13 its parameters; `books`: from $14 on the worklog of the track that ended.
 */
const save = ({ books }: { books: boolean }) => `
with ${guardExpression(`case when $9::json is not null then ${refusedEntries(askedOf('$9'), 10)} end`)}, moved as (
  update track set version = version + 1, state = $3::jsonb, is_running = $4::boolean, deadline_at = $5::timestamptz
  where organization_id = $1::uuid and person_id = $2::uuid and version = $8::bigint and ${NOTHING_REFUSED}
  returning version
), ${books ? `${entryOfParameters(14)}, ${addedExpression('exists (select from moved)')}, ` : ''}noted as (
  insert into audit_log (${NOTE_COLUMNS})
  select $1::uuid, id, $7::timestamptz, person_id, via, address, action, 'track', entity_id, before, after,
    nullif($2::uuid, person_id)
  from json_to_recordset($6::json) as note(id uuid, person_id uuid, via text, address text, action text,
    entity_id text, before jsonb, after jsonb), moved
  ${books ? `union all ${NOTES_OF_ADDED}` : ''}
)
select version::float8 as version, null::json as refused from moved
union all
select null, refused from guard where refused is not null`;

/** A change that ends no track: what is not in the statement need not be got ready. */
export const SAVE = save({ books: false });

/** The same with the worklog of the track that ended. */
export const SAVE_AND_BOOK = save({ books: true });

/** Records that the clock must look at, of all organizations, the longest due first. $1 now, $2 how many. */
export const DUE = `
select organization_id as "organizationId", person_id as "personId" from track
where deadline_at <= $1::timestamptz order by deadline_at limit $2`;

/** Makes the clock look at all records of an organization, whose rules have changed. $1 organization, $2 now. */
export const LOOK_AGAIN = `
update track set deadline_at = $2::timestamptz
where organization_id = $1::uuid and (deadline_at is null or deadline_at > $2::timestamptz)`;

/** A person's last worklogs, newest first. $1 organization, $2 person, $3 how many. */
export const LATEST = `
with latest as materialized (
  select id, comment, local_started_at, seconds, activity_type_id, work_item_id from work_log
  where organization_id = $1::uuid and person_id = $2::uuid and deleted_at is null
  order by local_started_at desc, id desc limit (select $3::integer)
)
select id, comment as remark, local_started_at as "start", local_started_at + seconds * interval '1 second' as "end",
  seconds as "periodLength", activity_type_id as "activityTypeId",
  case when work_item_id is not null then ${workItemJson('work_item_id')} end as "workItem"
from latest order by local_started_at desc, id desc`;
