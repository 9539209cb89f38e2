import type { Client } from 'pg';
import type { TransferTable } from './catalog.ts';
import { type RowLine, type TableLine, TransferError } from './format.ts';
import type { TablePart } from './part.ts';

/** Takes the rows of one table. */
export interface Target {
  /** Adds a row; rows are sent in batches. False when it does not have the table's columns, or belongs to another part. */
  add(row: RowLine): Promise<boolean>;
  /** Sends what is left. */
  finish(): Promise<void>;
}

const batch = 500;

/**
 * Prepares the import of one table's rows.
 * @param part the rows that may come; all when it is null
 * @throws TransferError when the database has no such table or columns, or holds such rows already.
 */
export async function openTarget(
  client: Client,
  tables: readonly TransferTable[],
  { table: name, columns }: TableLine,
  part: TablePart | null,
): Promise<Target> {
  const id = (text: string) => client.escapeIdentifier(text);
  const table = tables.find((known) => known.name === name);
  if (!table) throw new TransferError(`This database has no table "${name}".`);
  const values = columns.map((column, index) => {
    const found = table.columns.find((known) => known.name === column);
    if (!found) throw new TransferError(`Table "${name}" of this database has no column "${column}".`);
    return `(r.value->>${index})::${found.type}`;
  });
  await checkEmpty(client, name, part);
  const partOf = part ? columns.indexOf(part.column) : -1;
  if (part && partOf < 0) throw new TransferError(`Table "${name}" lacks its column "${part.column}".`);
  const set = new Map(
    Object.entries(part?.set ?? {}).map(([column, value]) => [columns.indexOf(column), value]),
  );
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
      if (row.length !== columns.length || (part && row[partOf] !== part.value)) return false;
      waiting.push(row.map((value, index) => set.get(index) ?? value));
      if (waiting.length >= batch) await finish();
      return true;
    },
    finish,
  };
}

async function checkEmpty(client: Client, table: string, part: TablePart | null): Promise<void> {
  const id = (text: string) => client.escapeIdentifier(text);
  const where = part ? `where ${id(part.column)}::text = ${client.escapeLiteral(part.value)}` : '';
  const { rowCount } = await client.query(`select 1 from ${id(table)} ${where} limit 1`);
  if (rowCount === 0) return;
  throw new TransferError(
    part
      ? `Table "${table}" holds rows of ${part.value} already; nothing was imported.`
      : `Table "${table}" is not empty; rows are imported into an empty database.`,
  );
}
