import { askedOf, guardExpression, NOTHING_REFUSED, refusedEntries } from '../worklogs/guard-sql.ts';
import {
  addedExpression,
  entryOfParameters,
  NOTE_COLUMNS,
  NOTES_OF_ADDED,
} from '../worklogs/insert-statement.ts';
import { workItemJson } from '../work-items/work-item-json.ts';

/**
 * What answers show beside the record: booked seconds of the person's day, and of a work item by the person and by all, and
 * the item itself. $1 organization, $2 person; the day as two wall times from the parameter number `day` on.
 */
const shown = (day: number, item: string) => ({
  columns: `(select coalesce(sum(seconds), 0)::float8 from work_log
    where organization_id = $1::uuid and person_id = $2::uuid and deleted_at is null
      and local_started_at >= $${day}::timestamp and local_started_at < $${day + 1}::timestamp) as today,
  on_item.mine, on_item.team,
  ${workItemJson(item)} as "workItem"`,
  onItem: `(
  select coalesce(sum(seconds) filter (where person_id = $2::uuid), 0)::float8 as mine,
    coalesce(sum(seconds), 0)::float8 as team
  from work_log
  where organization_id = $1::uuid and work_item_id = ${item} and deleted_at is null
) on_item`,
});

const ofRecord = shown(3, '(select item from own)');

/** Everything an answer shows of one person. $1 organization, $2 person, $3 and $4 the person's day as wall times. */
export const VIEW = `
with own as materialized (
  select state, (state ->> 'workItemId')::integer as item
  from track where organization_id = $1::uuid and person_id = $2::uuid
)
select own.state as record, ${ofRecord.columns}
from own, ${ofRecord.onItem}`;

/** $1 organization, $2 person. */
export const RECORD = `
select state as record, version::float8 as version from track
where organization_id = $1::uuid and person_id = $2::uuid`;

/** The same, and keeps every other change of the record waiting. */
export const LOCKED_RECORD = `${RECORD} for update`;

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

const afterChange = shown(14, '$16::integer');

/**
 * Writes a change of the record with its audit rows, all or nothing; answers no row when the record is no longer what was
 * read, else what answers show without the change, or what the guard refuses. $1 organization, $2 person, $3 record, $4
 * whether a track runs, $5 deadline, $6 audit rows, $7 now, $8 the version, $9 what the guard is asked (null: nothing, so
 * that a stop is never refused), $10 to $13 its parameters, $14 and $15 the person's day, $16 the work item to show, $17
 * the stamp of the record; `books`: from $18 on the worklog of the track that ended.
 */
const save = ({ books }: { books: boolean }) => `
with ${guardExpression(`case when $9::json is not null then ${refusedEntries(askedOf('$9'), 10)} end`)}, moved as (
  update track set version = version + 1, state = $3::jsonb, is_running = $4::boolean, deadline_at = $5::timestamptz
  where organization_id = $1::uuid and person_id = $2::uuid and version = $8::bigint
    and state ->> 'stamp' = $17::text and ${NOTHING_REFUSED}
  returning version
), ${books ? `${entryOfParameters(18)}, ${addedExpression('exists (select from moved)')}, ` : ''}noted as (
  insert into audit_log (${NOTE_COLUMNS})
  select $1::uuid, id, $7::timestamptz, person_id, via, address, action, 'track', entity_id, before, after,
    nullif($2::uuid, person_id)
  from json_to_recordset($6::json) as note(id uuid, person_id uuid, via text, address text, action text,
    entity_id text, before jsonb, after jsonb), moved
  ${books ? `union all ${NOTES_OF_ADDED}` : ''}
)
select version::float8 as version, null::json as refused, ${afterChange.columns}
from moved, ${afterChange.onItem}
union all
select null, refused, null, null, null, null from guard where refused is not null`;

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
