import { csv } from '../formats/csv.ts';
import { type Envelope, jsonObject, jsonPage, jsonRows, jsonValue } from '../formats/json.ts';
import { parsedRows } from '../formats/rows-text.ts';
import type { Table } from '../formats/table.ts';
import { xlsx } from '../formats/xlsx.ts';
import type { Column, ObjectResult, Result, RowsResult, ValueResult } from './executor.ts';
import type { Body } from './message.ts';
import { contentType, type Wanted } from './negotiate.ts';
import { primed, written } from './stream.ts';

export interface DataOptions {
  readonly wanted: Wanted;
  readonly envelope: Envelope;
  /** Of the sheet, in XLSX. */
  readonly title: string;
  /** Told of what fails after the body has begun. */
  readonly onFault: (fault: unknown) => void;
}

export interface DataAnswer {
  readonly status: 200 | 204;
  /** null where there is no body. */
  readonly contentType: string | null;
  readonly body: Body;
}

/** What was read, in the form that is wanted. Rejects with what fails before the first rows. */
export async function dataAnswer(result: Result, options: DataOptions): Promise<DataAnswer> {
  if (result.kind === 'nothing') return { status: 204, contentType: null, body: '' };
  if (result.kind === 'text') return { status: 200, contentType: result.contentType, body: result.text };
  return { status: 200, contentType: contentType(options.wanted), body: await bodyOf(result, options) };
}

async function bodyOf(
  result: RowsResult | ObjectResult | ValueResult,
  { wanted, envelope, title, onFault }: DataOptions,
): Promise<Body> {
  const { format } = wanted;
  if (format === 'json' && result.kind === 'object') return jsonObject(result, envelope);
  if (format === 'json' && result.kind === 'value') return jsonValue(result, envelope);
  if (format === 'json' && result.kind === 'rows' && typeof result.rows === 'string') {
    return jsonPage(result.rows, result, envelope);
  }
  const { rows, columns } = rowsOf(result);
  const source = await primed(rows);
  const chunks =
    format === 'json' && result.kind === 'rows'
      ? jsonRows(source, result, envelope)
      : tableChunks(wanted, { columns, pages: parsedPages(source) }, title);
  return written<string | Buffer>(chunks, source, onFault);
}

function tableChunks(wanted: Wanted, table: Table, title: string): AsyncGenerator<string | Buffer> {
  return wanted.format === 'xlsx' ? xlsx(table, { sheetName: title }) : csv(table, wanted);
}

/** One entity or value is a table of one row. */
function rowsOf(result: RowsResult | ObjectResult | ValueResult): {
  rows: AsyncIterable<string>;
  columns: readonly Column[];
} {
  if (result.kind === 'rows') {
    const { rows, columns } = result;
    return { rows: typeof rows === 'string' ? once(rows) : rows, columns };
  }
  const columns = result.kind === 'object' ? result.columns : [{ path: [], type: result.type }];
  return { rows: once(result.json), columns };
}

async function* once(rows: string): AsyncGenerator<string> {
  yield rows;
}

async function* parsedPages(pages: AsyncIterable<string>): AsyncGenerator<readonly unknown[]> {
  for await (const page of pages) yield parsedRows(page);
}
