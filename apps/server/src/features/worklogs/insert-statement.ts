import { v7 as uuid } from 'uuid';
import type { Source } from '../../http/asked.ts';
import type { Entry } from './entry.ts';
import { columns, nameList } from './columns.ts';
import { rowOf } from './rows.ts';

/**
 * Common table expressions that add entries and their audit rows, for the statement that begins with them; `added` has
 * the rows that were new. $1 is the organization, `entries` the parameter with `newRowsJson`. Nothing is added unless
 * the relation `when` has a row. Rows go in by id, so that two requests with the same entries wait for each other in
 * the same order.
 */
export function insertExpressions({ entries, when }: { entries: string; when?: string }): string {
  return `
entry as (
  select * from json_to_recordset(${entries}::json) as e(${columns.join(', ')},
    audit_id uuid, audit_person uuid, audit_via text, audit_address text)
), added as (
  insert into work_log (organization_id, ${nameList})
  select $1::uuid, ${nameList} from entry ${when ? `where exists (select from ${when})` : ''} order by id
  on conflict (organization_id, id) do nothing
  returning *
), added_noted as (
  insert into audit_log (organization_id, id, at, person_id, via, address, action, entity, entity_id, after,
    affects)
  select $1::uuid, entry.audit_id, added.edited_at, entry.audit_person, entry.audit_via, entry.audit_address,
    'create', 'worklog', added.id::text, to_jsonb(added) - 'organization_id',
    nullif(added.person_id, entry.audit_person)
  from added join entry on entry.id = added.id
)`;
}

/** New entries with where each comes from, as `insertExpressions` reads them. */
export function newRowsJson(entries: readonly { entry: Entry; source: Source }[]): string {
  return JSON.stringify(
    entries.map(({ entry, source }) => ({
      ...rowOf(entry),
      audit_id: uuid(),
      audit_person: source.personId,
      audit_via: source.via,
      audit_address: source.address,
    })),
  );
}
