import { notFound, Refusal } from '../../refusal.ts';
import type { Asking } from './asking.ts';
import type { Writing } from './draft.ts';
import type { Entry } from './entry.ts';
import { checkEdit, checkSeen } from './policy.ts';
import { findEntry, updateEntry } from './store.ts';

/** Versions that an If-Match allows; null allows any. */
export type Expected = ReadonlySet<number> | null;

export interface Rewriting {
  id: string;
  expected: Expected;
  action: 'change' | 'delete' | 'restore';
  writing: () => Writing;
  /** Makes the entry as it is afterwards. */
  draft: (before: Entry, writing: Writing) => Promise<Entry>;
}

/** How often a change is tried again when another one was faster. */
const TRIES = 20;

/** Loads, drafts and writes a change until no other change was faster. */
export async function rewrite(
  asking: Asking,
  { id, expected, action, writing, draft }: Rewriting,
): Promise<Entry> {
  const { db, organization, principal, source } = asking;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = (await findEntry(db, organization.id, id))?.entry;
    if (!before || before.isDeleted !== (action === 'restore')) throw notFound('worklog', id);
    checkSeen(principal, before);
    checkEdit(principal, organization, before);
    checkExpected(before, expected);
    const after = await draft(before, writing());
    if (await updateEntry(db, organization.id, { before, after, action }, source)) return after;
  }
  throw new Refusal(
    'DbValidationError',
    `The worklog ${id} is being changed by others all the time; try again.`,
  );
}

function checkExpected(entry: Entry, expected: Expected): void {
  if (expected === null || expected.has(entry.version)) return;
  const message = `If-Match: the worklog has changed since; its ETag is "${entry.version}" now.`;
  throw new Refusal('DbValidationError', message, { status: 412 });
}
