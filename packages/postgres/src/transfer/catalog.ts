import type { Client } from 'pg';
import { TransferError } from './format.ts';

/** A table as the transfer sees it. */
export interface TransferTable {
  readonly name: string;
  /** Columns that hold values of their own: generated ones are left out. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of the primary key; empty without one. */
  readonly key: readonly string[];
}

/** The table that notes migrations describes the schema, not its content. */
const notContent = 'schema_migration';

/** The schema's version: the highest applied migration. */
export async function schemaVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(version), 0)::int as version from schema_migration',
  );
  return rows[0]?.version ?? 0;
}

const everyTable = `
  select c.relname as name,
    (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attname collate "C"), '[]')
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(a.attname order by k.place), '[]')
      from pg_index i
      cross join unnest(i.indkey) with ordinality as k(number, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> $1
  order by c.relname collate "C"`;

/**
 * Reads the tables to transfer, in the order given; without names all tables of the schema by name.
 * @throws TransferError for a name that is no table.
 */
export async function transferTables(
  client: Client,
  names?: readonly string[],
): Promise<readonly TransferTable[]> {
  const { rows } = await client.query<TransferTable>(everyTable, [notContent]);
  if (!names) return rows;
  return names.map((name) => {
    const table = rows.find((row) => row.name === name);
    if (!table) throw new TransferError(`There is no table "${name}" in this database.`);
    return table;
  });
}

/** Sequences that columns of the given tables own, by name. */
export async function ownedSequences(client: Client, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select s.relname as name
     from pg_class s
     join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i')
     join pg_class c on c.oid = d.refobjid
     where s.relkind = 'S' and c.relnamespace = 'public'::regnamespace and c.relname = any ($1)
     order by s.relname collate "C"`,
    [tables],
  );
  return rows.map(({ name }) => name);
}
