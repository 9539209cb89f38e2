import type { Client } from 'pg';
import type { ConnectionConfig } from '../connection.ts';
import { schemaVersion, type TransferTable, transferTables } from './catalog.ts';
import { type SequenceLine, TransferError, type TransferHeader } from './format.ts';
import { type ReadLine, readLine } from './lines.ts';
import { relaxRules } from './relax.ts';
import { transferSession } from './session.ts';
import { openTarget, type Target } from './target.ts';

/** What {@link importRows} did. */
export interface ImportResult {
  readonly rows: number;
}

type Lines = AsyncIterable<string> | Iterable<string>;

async function checkHeader(client: Client, header: TransferHeader): Promise<void> {
  const version = await schemaVersion(client);
  if (header.schemaVersion === version) return;
  throw new TransferError(
    `The export is of schema version ${header.schemaVersion}, this database has version ${version}; import with the release that wrote it, then upgrade.`,
  );
}

async function setSequence(client: Client, { sequence, value, called }: SequenceLine): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [
    client.escapeIdentifier(sequence),
    value,
    called,
  ]);
}

/** Reads the lines one after another and returns the number of rows. */
async function readInto(client: Client, tables: readonly TransferTable[], lines: Lines): Promise<number> {
  let number = 0;
  let rows = 0;
  let ended = false;
  let target: Target | undefined;

  async function take(line: ReadLine): Promise<void> {
    if (line.kind === 'row') {
      rows += 1;
      if (await target?.add(line.row)) return;
      throw new TransferError(`Line ${number} does not have its table's columns.`);
    }
    await target?.finish();
    if (line.kind === 'header') await checkHeader(client, line.header);
    if (line.kind === 'table') target = await openTarget(client, tables, line.table);
    if (line.kind === 'sequence') await setSequence(client, line.sequence);
    ended = line.kind === 'end';
    if (line.kind === 'end' && line.end.rows !== rows) {
      throw new TransferError(`The export holds ${rows} rows, its end says ${line.end.rows}.`);
    }
  }

  for await (const text of lines) {
    number += 1;
    const line = readLine(text, number);
    if (ended || (number === 1) !== (line.kind === 'header')) {
      throw new TransferError(
        `Line ${number} does not belong there: an export has one header, first, and one end.`,
      );
    }
    await take(line);
  }
  if (!ended) throw new TransferError(`The export ends after line ${number}; its last part is missing.`);
  return rows;
}

/**
 * Reads lines of `exportRows` into an empty database with the same schema version, all or nothing. Triggers do not
 * run; foreign keys are checked at the end. Exporting again gives the same lines.
 * @throws TransferError naming the line or table that does not fit.
 */
export async function importRows(config: ConnectionConfig, lines: Lines): Promise<ImportResult> {
  const client = await transferSession(config);
  try {
    await client.query('begin');
    const tables = await transferTables(client);
    const restoreRules = await relaxRules(
      client,
      tables.map(({ name }) => name),
    );
    const rows = await readInto(client, tables, lines);
    await restoreRules();
    await client.query('commit');
    return { rows };
  } finally {
    // An import that failed is rolled back by the server when the connection ends.
    await client.end();
  }
}
