import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Adds rows that all have the same columns in one statement; column types come from the table itself. */
export async function insertRows(
  db: Kysely<Tables>,
  table: keyof Tables,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  const into = sql.table(table);
  await sql`
    insert into ${into} (${columns})
    select ${columns} from json_populate_recordset(null::${into}, ${JSON.stringify(rows)}::json)
  `.execute(db);
}
