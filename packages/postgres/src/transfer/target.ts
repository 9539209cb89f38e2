import type { Client } from 'pg';
import type { TransferTable } from './catalog.ts';
import { type RowLine, type TableLine, TransferError } from './format.ts';

/** Takes the rows of one table. */
export interface Target {
  /** Adds a row; rows are sent in batches. False when it does not have the table's columns. */
  add(row: RowLine): Promise<boolean>;
  /** Sends what is left. */
  finish(): Promise<void>;
}

const batch = 500;

/**
 * Prepares the import of one table's rows.
 * @throws TransferError when the database has no such table or columns, or the table holds rows already.
 */
export async function openTarget(
  client: Client,
  tables: readonly TransferTable[],
  { table: name, columns }: TableLine,
): Promise<Target> {
  const id = (text: string) => client.escapeIdentifier(text);
  const table = tables.find((known) => known.name === name);
  if (!table) throw new TransferError(`This database has no table "${name}".`);
  const values = columns.map((column, index) => {
    const found = table.columns.find((known) => known.name === column);
    if (!found) throw new TransferError(`Table "${name}" of this database has no column "${column}".`);
    return `(r.value->>${index})::${found.type}`;
  });
  const { rowCount } = await client.query(`select 1 from ${id(name)} limit 1`);
  if (rowCount !== 0) {
    throw new TransferError(`Table "${name}" is not empty; rows are imported into an empty database.`);
  }
  const insert = `insert into ${id(name)} (${columns.map(id).join(', ')}) overriding system value
    select ${values.join(', ')} from json_array_elements($1::json) with ordinality as r(value, place) order by r.place`;

  let waiting: RowLine[] = [];
  const finish = async () => {
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) await client.query(insert, [JSON.stringify(rows)]);
  };
  return {
    async add(row) {
      if (row.length !== columns.length) return false;
      waiting.push(row);
      if (waiting.length >= batch) await finish();
      return true;
    },
    finish,
  };
}
