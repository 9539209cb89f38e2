import type { Client } from 'pg';
import type { ConnectionConfig } from '../connection.ts';
import { ownedSequences, schemaVersion, type TransferTable, transferTables } from './catalog.ts';
import type { TransferLine } from './format.ts';
import { transferSession } from './session.ts';

/** Options of {@link exportRows}. */
export interface ExportOptions {
  /** Tables to export; all of the schema when absent. The order does not matter for the import. */
  readonly tables?: readonly string[];
  /** Rows read at a time; bounds the memory used. Default 500. */
  readonly batch?: number;
}

async function* tableRows(client: Client, table: TransferTable, batch: number): AsyncGenerator<TransferLine> {
  const quoted = (name: string) => client.escapeIdentifier(name);
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const order = table.key.length > 0 ? table.key.map(quoted).join(', ') : `t::text collate "C"`;
  await client.query(
    `declare transfer no scroll cursor for select array[${values}]::text[] as row from ${quoted(table.name)} t order by ${order}`,
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

async function* lines(client: Client, { tables, batch = 500 }: ExportOptions): AsyncGenerator<TransferLine> {
  const chosen = await transferTables(client, tables);
  yield { format: 'stint-rows', formatVersion: 1, schemaVersion: await schemaVersion(client) };
  let rows = 0;
  for (const table of chosen) {
    yield { table: table.name, columns: table.columns.map(({ name }) => name) };
    for await (const row of tableRows(client, table, batch)) {
      rows += 1;
      yield row;
    }
  }
  yield* sequences(
    client,
    chosen.map(({ name }) => name),
  );
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
