import { ODataError } from '../../error.ts';
import { BETWEEN_ROWS } from '../../formats/rows-text.ts';
import type { RowsResult } from '../../http/executor.ts';
import { tokenOf } from '../order/token.ts';
import type { PageBounds, RowsPlan } from '../page/plan.ts';
import type { Rendered } from '../../sql/fragment.ts';
import { faultOf } from './fault.ts';
import type { Reader } from './reader.ts';

/** Reads a page of rows. Throws ODataError when the row that they belong to is not there. */
export async function pageOfRows(plan: RowsPlan, reader: Reader): Promise<RowsResult> {
  const { context, columns, page, statement } = plan;
  if (!page) throw new Error('not a page');
  const [answer] = await reader.queryOnly(statement.text, statement.values);
  const [text = null, written, found, total = null, parent, ...last] = answer ?? [];
  if (parent !== 'true') throw notThere();
  if (written !== found) throw valueMissing();
  const isMore = Number(found) > page.size;
  const next = isMore ? tokenAfter(page, last) : null;
  return {
    kind: 'rows',
    context,
    columns,
    count: total === null ? null : Number(total),
    rows: isMore ? withoutLast(text ?? '') : (text ?? ''),
    nextToken: () => next,
  };
}

/** The row that only says that more follow is cut off. */
function withoutLast(rows: string): string {
  return rows.slice(0, rows.lastIndexOf(BETWEEN_ROWS));
}

function valueMissing(): Error {
  return new Error('a value is null that the model says is never null');
}

function tokenAfter({ size, fullSize, left, order }: PageBounds, last: readonly (string | null)[]): string {
  return tokenOf({ size: fullSize, left: left === null ? null : left - size, after: last }, order);
}

/** The fault that there is nothing where the path leads. */
export function notThere(): ODataError {
  return new ODataError('NotFound', 'There is nothing at this path.');
}

/** Rows that are read at once from a cursor. */
const BATCH = 1000;

/**
 * Reads all rows of a plan through a cursor, batch by batch, on a connection that is opened when the first are wanted; how many they
 * are, and whether the row they belong to is there, is read before.
 */
export async function allRows(plan: RowsPlan, open: () => Promise<Reader>): Promise<RowsResult> {
  const { context, columns, before } = plan;
  const count = before ? await countBefore(before, open) : null;
  return { kind: 'rows', context, columns, count, rows: cursorRows(plan, open), nextToken: () => null };
}

async function countBefore({ text, values }: Rendered, open: () => Promise<Reader>): Promise<number | null> {
  const reader = await open();
  try {
    const [answer] = await reader.queryOnly(text, values);
    const [total = null, parent] = answer ?? [];
    if (parent !== 'true') throw notThere();
    return total === null ? null : Number(total);
  } catch (error) {
    throw faultOf(error);
  } finally {
    await reader.close();
  }
}

/** The connection is closed when all is read, when something fails, and when nobody reads on. */
async function* cursorRows({ statement }: RowsPlan, open: () => Promise<Reader>): AsyncGenerator<string> {
  const reader = await open();
  try {
    await reader.query(`declare odata_rows no scroll cursor for ${statement.text}`, statement.values);
    for (;;) {
      const batch = await reader.query(`fetch ${BATCH} from odata_rows`, []);
      if (batch.length > 0) yield batch.map(([json]) => whole(json)).join(BETWEEN_ROWS);
      if (batch.length < BATCH) return;
    }
  } catch (error) {
    throw faultOf(error);
  } finally {
    await reader.close();
  }
}

function whole(json: string | null | undefined): string {
  if (typeof json === 'string') return json;
  throw valueMissing();
}
