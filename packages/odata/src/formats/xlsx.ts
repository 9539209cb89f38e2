import type { Column } from '../http/executor.ts';
import { headOf, valueAt } from './cell.ts';
import type { Table } from './table.ts';
import { type PageReader, pageReader } from './page-reader.ts';
import { cell, columnLetters, textCell } from './xlsx-cells.ts';
import {
  contentTypes,
  MAIN,
  packageRelations,
  sheetName,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';
import { styleSheet } from './xlsx-styles.ts';
import { type ZipEntry, zip } from './zip.ts';

export interface XlsxOptions {
  readonly sheetName: string;
  /** Below the head; what does not fit goes to a further sheet. */
  readonly rowsPerSheet?: number;
}

/** Rows that spreadsheets have. */
const ROWS = 1_048_576;
/** Characters of a sheet: far below what an archive holds. */
const LONGEST_SHEET = 1_000_000_000;
/** Rows written in one go. */
const BATCH = 1000;

/** Rows as an XLSX workbook, streamed: numbers, dates, times and durations are such cells, the head stays in view. */
export function xlsx(table: Table, options: XlsxOptions): AsyncGenerator<Buffer> {
  return zip(parts(table, options));
}

async function* parts(table: Table, options: XlsxOptions): AsyncGenerator<ZipEntry> {
  yield { name: '[Content_Types].xml', chunks: once(contentTypes) };
  yield { name: '_rels/.rels', chunks: once(packageRelations) };
  yield { name: 'xl/styles.xml', chunks: once(styleSheet) };
  const names: string[] = [];
  const pages = table.pages[Symbol.asyncIterator]();
  try {
    const rows = pageReader(pages);
    do {
      names.push(sheetName(options.sheetName, names.length + 1));
      const chunks = sheet(table.columns, rows, options.rowsPerSheet ?? ROWS - 1);
      yield { name: `xl/worksheets/sheet${names.length}.xml`, chunks };
    } while (await rows.hasMore());
  } finally {
    await pages.return?.();
  }
  yield { name: 'xl/workbook.xml', chunks: once(workbook(names)) };
  yield { name: 'xl/_rels/workbook.xml.rels', chunks: once(workbookRelations(names.length)) };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* sheet(columns: readonly Column[], rows: PageReader, most: number): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  const heads = columns.map((column, index) => textCell(`${letters[index]}1`, headOf(column), 'head'));
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">${VIEW}<sheetData><row r="1">${heads.join('')}</row>`;
  let written = 0;
  let length = 0;
  while (written < most && length < LONGEST_SHEET) {
    const batch = await rows.take(Math.min(BATCH, most - written));
    if (batch.length === 0) break;
    const first = written + 2;
    const chunk = batch.map((each, index) => row(columns, letters, each, first + index)).join('');
    written += batch.length;
    length += chunk.length;
    yield chunk;
  }
  yield '</sheetData></worksheet>';
}

const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

function row(columns: readonly Column[], letters: readonly string[], value: unknown, number: number): string {
  const cells = columns.map(({ path, type }, index) =>
    cell(`${letters[index]}${number}`, type, valueAt(value, path)),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}
