import { type ExpectedVersions, checkVersion } from '../../http/entity-tags.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { Asking } from './asking.ts';
import type { AskedRow } from './asked-row.ts';
import type { Writing } from './draft.ts';
import type { Entry } from './entry.ts';
import { problemOf, refusalOf } from './guard.ts';
import { checkEdit, checkSeen } from './policy.ts';
import { findEntry } from './store.ts';
import { type EntryChange, updateEntry } from './store-writes.ts';

export interface Rewriting {
  id: string;
  expected: ExpectedVersions;
  action: EntryChange['action'];
  writing: () => Writing;
  draft: (before: Entry, writing: Writing) => Promise<Draft>;
}

/** An entry as it is afterwards, what the guard is asked about it, and the time zone of its owner. */
export interface Draft {
  after: Entry;
  asked: readonly AskedRow[];
  timeZone: string;
}

/** How often a change is tried again when another one was faster. */
const TRIES = 20;

/** Loads, drafts and writes a change until no other change was faster. */
export async function rewrite(
  asking: Asking,
  { id, expected, action, writing: newWriting, draft }: Rewriting,
): Promise<Entry> {
  const { db, organization, principal, source } = asking;
  const { settings } = organization;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = (await findEntry(db, organization.id, id))?.entry;
    if (!before || before.isDeleted !== (action === 'restore')) throw notFound('worklog', id);
    checkSeen(principal, organization, before);
    checkEdit(principal, organization, before);
    checkVersion('worklog', before.version, expected);
    const writing = newWriting();
    const { after, asked, timeZone } = await draft(before, writing);
    const { now } = writing;
    const written = await updateEntry(db, organization, { before, after, asked, action }, { source, now });
    if (written.refused.length > 0)
      throw refusalOf(written.refused.map((found) => problemOf(found, { settings, timeZone, now })));
    if (written.ids.has(id)) return after;
  }
  throw new Refusal(
    'DbValidationError',
    `The worklog ${id} is being changed by others all the time; try again.`,
  );
}
