import { columns, names } from './columns.ts';
import { insertExpressions } from './insert-statement.ts';

/** Adds entries and their audit rows in one statement. $1 organization, $2 new rows. Answers the ids that were new. */
export const INSERT = `with ${insertExpressions({ entries: '$2' })}
select id from added`;

/**
 * Changes one entry of a known version, with its audit row. $1 organization, $2 the row as
 * JSON, $3 person, $4 via, $5 address, $6 the audit id, $7 the version
 * that was read, $8 the action, $9 whether it is deleted now. Answers one id, or none when another change was faster.
 */
export const UPDATE = `
with entry as (
  select * from json_to_recordset($2::json) as e(${columns.join(', ')})
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
  insert into audit_log (organization_id, id, at, person_id, via, address, action, entity, entity_id, before, after,
    affects)
  select $1::uuid, $6::uuid, changed.edited_at, $3::uuid, $4, $5, $8, 'worklog', changed.id::text,
    to_jsonb(before) - 'organization_id', to_jsonb(changed) - 'organization_id',
    nullif(changed.person_id, $3::uuid)
  from changed join before using (id)
)
select id from changed`;
