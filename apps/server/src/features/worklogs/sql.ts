/** The columns of work_log that the application sets, with their types, in the order of `rowOf`. */
const columns = [
  'id uuid',
  'person_id uuid',
  'work_item_id integer',
  'activity_type_id uuid',
  'comment text',
  'seconds integer',
  'billable_seconds integer',
  'started_at timestamptz',
  'local_started_at timestamp',
  'added_by uuid',
  'edited_by uuid',
  'created_at timestamptz',
  'local_created_at timestamp',
  'edited_at timestamptz',
  'local_edited_at timestamp',
  'is_tracked boolean',
  'is_tracked_extended boolean',
  'is_changed boolean',
  'is_edited_by_owner boolean',
  'is_imported boolean',
  'is_from_api boolean',
  'is_billable boolean',
  'version integer',
];
const names = columns.map((column) => column.split(' ')[0]);
const nameList = names.join(', ');

/**
 * Adds entries and their audit rows in one statement. $1 organization, $2 entries as JSON rows (each with `audit_id`),
 * $3 person, $4 via, $5 address. Answers the ids that were new. Rows go in by id, so that two requests with the same
 * entries wait for each other in the same order.
 */
export const INSERT = `
with entry as (
  select * from jsonb_to_recordset($2::jsonb) as e(${columns.join(', ')}, audit_id uuid)
), added as (
  insert into work_log (organization_id, ${nameList})
  select $1::uuid, ${nameList} from entry order by id
  on conflict (organization_id, id) do nothing
  returning *
), noted as (
  insert into audit_log (organization_id, id, at, person_id, via, address, action, entity, entity_id, after)
  select $1::uuid, entry.audit_id, added.edited_at, $3::uuid, $4, $5, 'create', 'worklog', added.id::text,
    to_jsonb(added) - 'organization_id'
  from added join entry on entry.id = added.id
)
select id from added`;

/**
 * Changes one entry of a known version, with its audit row. Parameters as in INSERT, $6 the audit id, $7 the version
 * that was read, $8 the action, $9 whether it is deleted now. Answers one id, or none when another change was faster.
 */
export const UPDATE = `
with entry as (
  select * from jsonb_to_recordset($2::jsonb) as e(${columns.join(', ')})
), before as (
  select w.* from work_log w join entry on w.organization_id = $1::uuid and w.id = entry.id
  where w.version = $7 for update of w
), changed as (
  update work_log w set
    ${names
      .filter((name) => name !== 'id')
      .map((name) => `${name} = entry.${name}`)
      .join(', ')},
    deleted_at = case when $9::boolean then entry.edited_at end
  from entry, before
  where w.organization_id = $1::uuid and w.id = before.id and w.version = $7
  returning w.*
), noted as (
  insert into audit_log (organization_id, id, at, person_id, via, address, action, entity, entity_id, before, after)
  select $1::uuid, $6::uuid, changed.edited_at, $3::uuid, $4, $5, $8, 'worklog', changed.id::text,
    to_jsonb(before) - 'organization_id', to_jsonb(changed) - 'organization_id'
  from changed join before using (id)
)
select id from changed`;
