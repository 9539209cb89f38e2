import { columns, names } from './columns.ts';
import { askedOf, guardExpression, NOTHING_REFUSED, refusedEntries } from './guard-sql.ts';
import {
  addedExpression,
  entriesOfJson,
  entryOfParameters,
  NOTE_COLUMNS,
  NOTES_OF_ADDED,
  PARAMETERS_OF_ENTRY,
} from './insert-statement.ts';

const askedOfEntry = `array(select row(id, person_id, work_item_id, started_at, local_started_at, seconds, has_clock_time,
  open_from, false, false, false)::asked_entry from entry)`;

/** Adds what is in `entry`; the guard's parameters stand from the number `first` on. */
function insertOf(entry: string, first: number): string {
  return `
with ${entry}, ${guardExpression(refusedEntries(askedOfEntry, first))}, ${addedExpression(NOTHING_REFUSED)}, noted as (
  insert into audit_log (${NOTE_COLUMNS}) ${NOTES_OF_ADDED}
)
select id, null::json as refused from added
union all
select null, refused from guard where refused is not null`;
}

/**
 * Adds entries and their audit rows in one statement, all of them or, when the guard refuses one, none. $1 organization,
 * $2 new rows, then the guard's parameters. Answers the ids that were new, or what is refused.
 */
export const INSERT = insertOf(entriesOfJson('$2'), 3);

/** The same for one entry: $1 organization, its parameters, then the guard's. */
export const INSERT_ONE = insertOf(entryOfParameters(2), 2 + PARAMETERS_OF_ENTRY);

/** What `INSERT` would refuse; writes nothing. $1 organization, $2 entries as `AskedRow`, $3 to $6 the guard's parameters. */
export const REFUSED = `select ${refusedEntries(askedOf('$2'), 3)} as refused`;

/**
 * Changes one entry of a known version, with its audit row, unless the guard refuses it. $1 organization, $2 the row as
 * JSON, $3 person, $4 via, $5 address, $6 the audit id, $7 the version
 * that was read, $8 the action, $9 whether it is deleted now, $10 what the guard is asked, $11 to $14 its parameters.
 * Answers one id, or none when another change was faster, or what is refused.
 */
export const UPDATE = `
with ${guardExpression(refusedEntries(askedOf('$10'), 11))}, entry as (
  select * from json_to_recordset($2::json) as e(${columns.join(', ')})
), before as (
  select w.* from work_log w join entry on w.organization_id = $1::uuid and w.id = entry.id
  where w.version = $7 and ${NOTHING_REFUSED} for update of w
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
select id, null::json as refused from changed
union all
select null, refused from guard where refused is not null`;
