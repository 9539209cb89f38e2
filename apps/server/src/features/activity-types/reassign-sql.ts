/**
 * A new id for a row that a set-based statement makes: a UUIDv7, so that the record keeps its order, made of a random
 * one (version 4) by its first 48 bits, the milliseconds, and the two bits in which the versions differ.
 */
const NEW_ID = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;

/** The time zones of an organization's people. $1 organization. */
export const ZONES = `select distinct time_zone as zone from person where organization_id = $1::uuid`;

/**
 * $1 organization, $2 the type that goes, $3 the one that comes, $4 now, $5 now as wall time by time zone, $6 person,
 * $7 via, $8 address of who does it.
 */
export const WORKLOGS = `
with before as materialized (
  select * from work_log where organization_id = $1::uuid and activity_type_id = $2::uuid order by id for no key update
), changed as (
  update work_log w set activity_type_id = $3::uuid, version = w.version + 1, edited_by = coalesce($6::uuid, w.edited_by),
    edited_at = $4::timestamptz, local_edited_at = ($5::jsonb ->> p.time_zone)::timestamp
  from before, person p
  where w.organization_id = $1::uuid and w.id = before.id
    and p.organization_id = $1::uuid and p.id = before.person_id
  returning w.*
), noted as (
  insert into audit_log (organization_id, id, at, person_id, via, address, action, entity, entity_id, before, after,
    affects)
  select $1::uuid, ${NEW_ID}, $4::timestamptz, $6::uuid, $7, $8, 'change', 'worklog', changed.id::text,
    to_jsonb(before) - 'organization_id', to_jsonb(changed) - 'organization_id', nullif(changed.person_id, $6::uuid)
  from changed join before using (id)
)
select count(*)::integer as count from changed`;

const IS_FAVOURITE = `(jsonb_typeof(settings -> 'favouriteActivityTypeIds') = 'array' and settings -> 'favouriteActivityTypeIds' ? $2::text)`;

/** $1 organization, $2 the type that goes, $3 the one that comes or null, $4 now, $5 person, $6 via, $7 address. */
export const PEOPLE = `
with before as materialized (
  select id, default_activity_type_id, settings from person
  where organization_id = $1::uuid
    and (default_activity_type_id = $2::uuid or ${IS_FAVOURITE})
  order by id for no key update
), changed as (
  update person p set settings_version = p.settings_version + 1,
    default_activity_type_id =
      case when p.default_activity_type_id = $2::uuid then $3::uuid else p.default_activity_type_id end,
    settings = case when ${IS_FAVOURITE.replaceAll('settings', 'p.settings')}
      then jsonb_set(p.settings, '{favouriteActivityTypeIds}', (
        select coalesce(jsonb_agg(kept.id order by kept.place), '[]') from (
          select case when f.id = $2::text then $3::text else f.id end as id, min(f.place) as place
          from jsonb_array_elements_text(p.settings -> 'favouriteActivityTypeIds') with ordinality as f(id, place)
          group by 1
        ) kept where kept.id is not null))
      else p.settings end
  from before where p.organization_id = $1::uuid and p.id = before.id
  returning p.id, p.default_activity_type_id, p.settings
), noted as (
  insert into audit_log (organization_id, id, at, person_id, via, address, action, entity, entity_id, before, after,
    affects)
  select $1::uuid, ${NEW_ID}, $4::timestamptz, $5::uuid, $6, $7, 'change', 'personSettings', changed.id::text,
    jsonb_build_object('defaultActivityTypeId', before.default_activity_type_id,
      'favouriteActivityTypeIds', before.settings -> 'favouriteActivityTypeIds'),
    jsonb_build_object('defaultActivityTypeId', changed.default_activity_type_id,
      'favouriteActivityTypeIds', changed.settings -> 'favouriteActivityTypeIds'),
    nullif(changed.id, $5::uuid)
  from changed join before using (id)
)
select count(*)::integer as count from changed`;

/** The type in a part of a track's record, where it is the one that goes. */
const withOther = (part: 'run,details' | 'selected') => `
  case when state #>> '{tracking,${part},activityTypeId}' = $2::text
    then jsonb_set(state, '{tracking,${part},activityTypeId}', coalesce(to_jsonb($3::text), 'null'))
    else state end`;

/**
 * The stamp of a record grows with it, so that clients drop what they were told before. $1 organization, $2 the type
 * that goes, $3 the one that comes or null, $4 now in epoch milliseconds.
 */
export const TRACKS = `
with found as materialized (
  select person_id, state from track
  where organization_id = $1::uuid and $2::text in
    (state #>> '{tracking,run,details,activityTypeId}', state #>> '{tracking,selected,activityTypeId}')
  order by person_id for update
), run_changed as (
  select person_id, ${withOther('run,details')} as state from found
), both_changed as (
  select person_id, ${withOther('selected')} as state from run_changed
), changed as (
  update track t set version = t.version + 1,
    state = jsonb_set(c.state, '{stamp}', to_jsonb(greatest($4::bigint, (c.state ->> 'stamp')::bigint + 1)))
  from both_changed c where t.organization_id = $1::uuid and t.person_id = c.person_id
  returning t.person_id
)
select count(*)::integer as count from changed`;
