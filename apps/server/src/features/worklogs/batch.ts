import { type ErrorCode, NewWorkLog, validatorOf } from '@stint/contract';
import { overlapping, overlapProblem, seconds } from '@stint/domain';
import { readGuid } from '../../http/lists.ts';
import { Refusal } from '../../refusal.ts';
import type { Entry } from './entry.ts';
import { refusalOf } from './guard.ts';
import type { Problems } from './write.ts';

/** Entries in one batch at most (api.md 3.4). */
const BATCH_LIMIT = 500;

const validate = validatorOf(NewWorkLog);

/** Why an entry of a batch is refused. */
export interface Fault {
  index: number;
  code: ErrorCode;
  message: string;
}

/** What became of a batch: an entry of each index that is well, and the faults of the others. */
export interface Drafted {
  drafts: readonly { index: number; entry: Entry }[];
  faults: readonly Fault[];
}

/** Reads a batch; DbValidationError when it is no array or too long (413). */
export function readBatch(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw new Refusal('DbValidationError', 'The body must be an array of worklogs.');
  if (body.length <= BATCH_LIMIT) return body;
  const message = `The batch holds ${body.length} worklogs; at most ${BATCH_LIMIT} go at once.`;
  throw new Refusal('DbValidationError', message, { status: 413 });
}

/** Drafts every entry of a batch. */
export function draftBatch(batch: readonly unknown[], draft: (wish: NewWorkLog) => Entry): Drafted {
  const drafts: { index: number; entry: Entry }[] = [];
  const faults: Fault[] = [];
  for (const [index, given] of batch.entries()) {
    try {
      drafts.push({ index, entry: draft(readOne(given)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.push({ index, code: error.code, message: error.message });
    }
  }
  return { drafts, faults };
}

/** The faults of entries whose id stands in the batch before already. */
export function repeatedIds({ drafts }: Drafted): Fault[] {
  const seen = new Map<string, number>();
  const faults: Fault[] = [];
  for (const { index, entry } of drafts) {
    const first = seen.get(entry.id);
    if (first === undefined) seen.set(entry.id, index);
    else
      faults.push({
        index,
        code: 'DbValidationError',
        message: `id: it is that of [${first}]: ${entry.id}.`,
      });
  }
  return faults;
}

/** The faults of entries that overlap others of the same batch; the later one of two is at fault. */
export function overlapsWithin({ drafts }: Drafted): Fault[] {
  const left = drafts.map(({ index, entry }) => ({ ...entry, seconds: seconds(entry.seconds), index }));
  const faults: Fault[] = [];
  for (let pair = overlapping(left); pair !== null; pair = overlapping(left)) {
    const [other] = left.slice(pair[0], pair[0] + 1);
    const [late] = left.splice(pair[1], 1);
    if (!other || !late) break;
    const { code, message } = overlapProblem({ ...other, worklogId: `[${other.index}] of this batch` });
    faults.push({ index: late.index, code, message });
  }
  return faults;
}

/** The faults of entries that the guard refuses. */
export function faultsOf({ drafts }: Drafted, problems: Problems): Fault[] {
  return drafts.flatMap(({ index, entry }) => {
    const found = problems.get(entry.id);
    if (found === undefined) return [];
    const { code, message } = refusalOf(found);
    return [{ index, code, message }];
  });
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

/** One Refusal that lists each bad index with its reasons; the code is the entries' own when they share one. */
export function batchRefusal(faults: readonly Fault[]): Refusal {
  const codes = new Set(faults.map((fault) => fault.code));
  const code = codes.size === 1 && faults[0] ? faults[0].code : 'DbValidationError';
  const inOrder = faults.toSorted((a, b) => a.index - b.index);
  const list = inOrder.map((fault) => `[${fault.index}] ${fault.code}: ${fault.message}`).join(' ');
  const count = new Set(faults.map(({ index }) => index)).size;
  return new Refusal(code, `Nothing was written; ${count} of the worklogs are refused: ${list}`);
}
