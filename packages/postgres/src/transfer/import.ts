import type { Client } from 'pg';
import type { ConnectionConfig } from '../connection.ts';
import { sqlState } from '../database/faults.ts';
import { schemaVersion, type TransferTable, transferTables } from './catalog.ts';
import { type SequenceLine, TransferError, type TransferHeader } from './format.ts';
import { type ReadLine, readLine } from './lines.ts';
import type { Part, PartLabel } from './part.ts';
import { relaxRules } from './relax.ts';
import { transferSession } from './session.ts';
import { openTarget, type Target } from './target.ts';

/** Options of {@link importRows}. */
export interface ImportOptions {
  /**
   * Takes an export of a part, beside what the database holds already; it is asked what belongs to the part that the
   * first line names. Without it the export must be of a whole database.
   */
  readonly part?: (label: PartLabel) => Part;
}

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

/** The part that an export is of; null for a whole database. */
function partOf({ part: label }: TransferHeader, { part }: ImportOptions): Part | null {
  if (label && !part) {
    throw new TransferError('The export is of one organization, not of a whole database: import it as such.');
  }
  if (!label && part) {
    throw new TransferError('The export is of a whole database: restore it into an empty one.');
  }
  return (label && part?.(label)) ?? null;
}

/** Reads the lines one after another and returns the number of rows. */
async function readInto(
  client: Client,
  tables: readonly TransferTable[],
  lines: Lines,
  options: ImportOptions,
): Promise<number> {
  let number = 0;
  let rows = 0;
  let ended = false;
  let target: Target | undefined;
  let part: Part | null = null;

  async function take(line: ReadLine): Promise<void> {
    if (line.kind === 'row') {
      rows += 1;
      if (await target?.add(line.row)) return;
      throw new TransferError(
        `Line ${number} does not have its table's columns${part ? ', or belongs to others' : ''}.`,
      );
    }
    await target?.finish();
    if (line.kind === 'header') {
      part = partOf(line.header, options);
      await checkHeader(client, line.header);
    }
    if (line.kind === 'table') {
      const rows = part === null ? null : part.rows(line.table.table);
      if (part && !rows)
        throw new TransferError(`Line ${number}: "${line.table.table}" is no table of a part.`);
      target = await openTarget(client, tables, line.table, rows);
    }
    if (line.kind === 'sequence') {
      if (part) throw new TransferError(`Line ${number}: a part has no numbers of its own.`);
      await setSequence(client, line.sequence);
    }
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

/** SQLSTATE of a lock that was not got in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Waits for a while only: whoever comes after waits too. */
async function relaxWhenFree(client: Client, tables: readonly string[]): Promise<() => Promise<void>> {
  await client.query(`set local lock_timeout = '20s'`);
  try {
    return await relaxRules(client, tables);
  } catch (error) {
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
    throw new TransferError(
      'Somebody keeps the tables busy, a backup perhaps; import again when it has ended.',
    );
  }
}

/**
 * Reads lines of `exportRows` into an empty database with the same schema version, or those of a part into one that
 * lacks it, all or nothing. Triggers do not run; foreign keys are checked at the end. Exporting again gives the same
 * lines. Whoever writes to the database meanwhile waits.
 * @throws TransferError naming the line or table that does not fit.
 */
export async function importRows(
  config: ConnectionConfig,
  lines: Lines,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const client = await transferSession(config);
  try {
    await client.query('begin');
    const tables = await transferTables(client);
    const restoreRules = await relaxWhenFree(
      client,
      tables.map(({ name }) => name),
    );
    const rows = await readInto(client, tables, lines, options);
    await restoreRules();
    await client.query('commit');
    return { rows };
  } finally {
    // An import that failed is rolled back by the server when the connection ends.
    await client.end();
  }
}
