import { type ErrorCode, NewWorkLog, validatorOf } from '@stint/contract';
import { readGuid } from '../../http/lists.ts';
import { Refusal } from '../../refusal.ts';

/** Entries in one batch at most (api.md 3.4). */
const BATCH_LIMIT = 500;

const validate = validatorOf(NewWorkLog);

type Draft<Result> = (wish: NewWorkLog) => Result;

/** Reads a batch; DbValidationError when it is no array or too long (413). */
export function readBatch(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw new Refusal('DbValidationError', 'The body must be an array of worklogs.');
  if (body.length <= BATCH_LIMIT) return body;
  const message = `The batch holds ${body.length} worklogs; at most ${BATCH_LIMIT} go at once.`;
  throw new Refusal('DbValidationError', message, { status: 413 });
}

/** Drafts every entry of a batch; when some are bad, one Refusal lists each bad index with its reason. */
export function draftBatch<Result>(batch: readonly unknown[], draft: Draft<Result>): Result[] {
  const drafts: Result[] = [];
  const faults: { index: number; code: ErrorCode; message: string }[] = [];
  for (const [index, given] of batch.entries()) {
    try {
      drafts.push(draft(readOne(given)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push({ index, code: error.code, message: error.message });
    }
  }
  if (faults.length === 0) return drafts;
  throw refusalOf(faults);
}

/** Whose time an entry of a batch is, before it was checked; undefined for the caller's own. */
export function ownerIdOf(given: unknown): string | undefined {
  if (given === null || typeof given !== 'object') return undefined;
  const found: unknown = Object.entries(given).find(([name]) => name.toLowerCase() === 'userid')?.[1];
  return typeof found === 'string' ? (readGuid(found) ?? undefined) : undefined;
}

function readOne(given: unknown): NewWorkLog {
  const result = validate(given);
  if (result.ok) return result.value as NewWorkLog;
  throw new Refusal('DbValidationError', `${result.fault.field || 'The entry'} ${result.fault.message}.`);
}

/** Nothing of the batch was written; the code is the entries' own when they share one. */
function refusalOf(faults: readonly { index: number; code: ErrorCode; message: string }[]): Refusal {
  const codes = new Set(faults.map((fault) => fault.code));
  const code = codes.size === 1 && faults[0] ? faults[0].code : 'DbValidationError';
  const list = faults.map((fault) => `[${fault.index}] ${fault.code}: ${fault.message}`).join(' ');
  return new Refusal(code, `Nothing was written; ${faults.length} of the worklogs are refused: ${list}`);
}
