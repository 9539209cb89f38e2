import type { AuditEntry } from '@stint/contract';
import { csvLine } from './csv.ts';

/** Entries as they are read, page by page. */
type Pages = AsyncIterable<readonly AuditEntry[]>;

/** The answer of the call as JSON, envelope included, in pieces of one page. */
export async function* jsonOf(pages: Pages): AsyncGenerator<string> {
  let before = '{"data":[';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((entry) => JSON.stringify(entry)).join(',');
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}

const columns: readonly [name: string, cell: (entry: AuditEntry) => string | null][] = [
  ['id', ({ id }) => id],
  ['timestamp', ({ timestamp }) => timestamp],
  ['userId', ({ user }) => user?.id ?? null],
  ['user', ({ user }) => user?.name ?? null],
  ['via', ({ via }) => via],
  ['address', ({ address }) => address],
  ['action', ({ action }) => action],
  ['entity', ({ entity }) => entity],
  ['entityId', ({ entityId }) => entityId],
  ['before', ({ before }) => before && JSON.stringify(before)],
  ['after', ({ after }) => after && JSON.stringify(after)],
];

/** The same as a table: a line of names, then a line for each entry, in pieces of one page. */
export async function* csvOf(pages: Pages): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name));
  for await (const page of pages) {
    if (page.length > 0) yield page.map((entry) => csvLine(columns.map(([, cell]) => cell(entry)))).join('');
  }
}
