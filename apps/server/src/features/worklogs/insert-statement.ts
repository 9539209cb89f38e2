import { v7 as uuid } from 'uuid';
import type { Source } from '../../http/asked.ts';
import type { Entry } from './entry.ts';
import { besides, columns, nameList } from './columns.ts';
import { rowOf } from './rows.ts';

const given = [...columns, ...besides];

/** How many parameters `entryOfParameters` reads. */
export const PARAMETERS_OF_ENTRY = given.length;

/** The common table expression `entry` with new entries of a JSON parameter made by `newRowsJson`. */
export function entriesOfJson(parameter: string): string {
  return `
entry as materialized (
  select * from json_to_recordset(${parameter}::json) as e(${given.join(', ')})
)`;
}

/** The same with one entry of the parameters that `newRowParameters` makes, from the number `first` on: cheaper than JSON. */
export function entryOfParameters(first: number): string {
  const values = given.map((column, index) => {
    const [name, type] = column.split(' ');
    return `$${first + index}::${type} as ${name}`;
  });
  return `
entry as not materialized (
  select ${values.join(', ')}
)`;
}

/**
 * The common table expression `added`, which adds the entries of `entry` and has those that were new. $1 is the
 * organization. Nothing is added unless `condition` holds. Rows go in by id, so that two requests with the same entries
 * wait for each other in the same order.
 */
export function addedExpression(condition: string): string {
  return `
added as (
  insert into work_log (organization_id, ${nameList})
  select $1::uuid, ${nameList} from entry where ${condition} order by id
  on conflict (organization_id, id) do nothing
  returning ${nameList}, deleted_at
)`;
}

/** The columns of audit rows, in the order of `NOTES_OF_ADDED`. */
export const NOTE_COLUMNS =
  'organization_id, id, at, person_id, via, address, action, entity, entity_id, before, after, affects';

/** A select of the audit rows of `added`. */
export const NOTES_OF_ADDED = `
select $1::uuid, entry.audit_id, added.edited_at, entry.audit_person, entry.audit_via, entry.audit_address,
  'create', 'worklog', added.id::text, null::jsonb, to_jsonb(added), nullif(added.person_id, entry.audit_person)
from added join entry on entry.id = added.id`;

/** A new entry with where it comes from, and the first day that its owner's weeks leave open. */
export interface NewRow {
  entry: Entry;
  source: Source;
  openFrom?: string | null;
}

/** New entries as `entriesOfJson` reads them. */
export function newRowsJson(rows: readonly NewRow[]): string {
  return JSON.stringify(rows.map(givenOf));
}

/** A new entry as `entryOfParameters` reads it. */
export function newRowParameters(row: NewRow): unknown[] {
  const values: Record<string, unknown> = givenOf(row);
  return givenNames.map((name) => values[name]);
}

const givenNames = given.map((column) => column.split(' ')[0] ?? '');

function givenOf({ entry, source, openFrom }: NewRow) {
  return {
    ...rowOf(entry),
    open_from: openFrom ?? null,
    audit_id: uuid(),
    audit_person: source.personId,
    audit_via: source.via,
    audit_address: source.address,
  };
}
