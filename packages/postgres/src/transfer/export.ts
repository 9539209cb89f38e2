import type { Client } from 'pg';
import type { ConnectionConfig } from '../connection.ts';
import { ownedSequences, schemaVersion, type TransferTable, transferTables } from './catalog.ts';
import type { TransferLine } from './format.ts';
import type { Part, PartLabel, TablePart } from './part.ts';
import { transferSession } from './session.ts';

/** Options of {@link exportRows}. */
export interface ExportOptions {
  /** Tables to export; all of the schema when absent. The order does not matter for the import. */
  readonly tables?: readonly string[];
  /** Rows read at a time; bounds the memory used. Default 500. */
  readonly batch?: number;
  /** Exports the rows of a part only; the label stands in the first line. */
  readonly part?: Part & { readonly label: PartLabel };
}

/** A table with what an export takes of it; `null` takes all its rows. */
interface Chosen {
  readonly table: TransferTable;
  readonly part: TablePart | null;
}

async function* tableRows(
  client: Client,
  { table, part }: Chosen,
  batch: number,
): AsyncGenerator<TransferLine> {
  const quoted = (name: string) => client.escapeIdentifier(name);
  const where = part ? `where ${quoted(part.column)}::text = ${client.escapeLiteral(part.value)}` : '';
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const order = table.key.length > 0 ? table.key.map(quoted).join(', ') : `t::text collate "C"`;
  await client.query(
    `declare transfer no scroll cursor for select array[${values}]::text[] as row from ${quoted(table.name)} t ${where} order by ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: (string | null)[] }>(`fetch ${batch} from transfer`);
    for (const { row } of rows) yield row;
    if (rows.length < batch) break;
  }
  await client.query('close transfer');
}

async function* sequences(client: Client, tables: readonly string[]): AsyncGenerator<TransferLine> {
  for (const name of await ownedSequences(client, tables)) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${client.escapeIdentifier(name)}`,
    );
    for (const { value, called } of rows) yield { sequence: name, value, called };
  }
}

function choose(tables: readonly TransferTable[], part: Part | undefined): Chosen[] {
  if (!part) return tables.map((table) => ({ table, part: null }));
  return tables.flatMap((table) => {
    const rows = part.rows(table.name);
    if (rows === null) return [];
    const columns = table.columns.filter(({ name }) => !rows.without?.includes(name));
    return [{ table: { ...table, columns }, part: rows }];
  });
}

async function* lines(
  client: Client,
  { tables, batch = 500, part }: ExportOptions,
): AsyncGenerator<TransferLine> {
  const chosen = choose(await transferTables(client, tables), part);
  const version = await schemaVersion(client);
  yield {
    format: 'stint-rows',
    formatVersion: 1,
    schemaVersion: version,
    ...(part && { part: part.label }),
  };
  let rows = 0;
  for (const each of chosen) {
    yield { table: each.table.name, columns: each.table.columns.map(({ name }) => name) };
    for await (const row of tableRows(client, each, batch)) {
      rows += 1;
      yield row;
    }
  }
  // Numbers go on where the whole database stood; a part has none of its own.
  if (!part) {
    yield* sequences(
      client,
      chosen.map(({ table }) => table.name),
    );
  }
  yield { rows };
}

/**
 * Reads tables as JSON lines (without line ends) in one consistent snapshot, with bounded memory. The same content
 * gives the same lines. Read them back with {@link importRows}.
 */
export async function* exportRows(
  config: ConnectionConfig,
  options: ExportOptions = {},
): AsyncGenerator<string> {
  const client = await transferSession(config);
  try {
    await client.query('begin isolation level repeatable read read only');
    for await (const line of lines(client, options)) yield JSON.stringify(line);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
