import type { NewWorkLog } from '@stint/contract';
import type { Instant, WorklogProblem } from '@stint/domain';
import { refusedValue } from '../../refusal.ts';
import { askedRow } from './asked-row.ts';
import type { Asking, Owners } from './asking.ts';
import { draftNew, type Writing } from './draft.ts';
import type { Entry } from './entry.ts';
import { problemOf, type RefusedEntry } from './guard.ts';
import { checkAddFor } from './policy.ts';
import { findEntry, type ShownEntry } from './store.ts';
import { findRefused, insertEntries, type Written } from './store-writes.ts';

/** Drafts the worklog that somebody asks for; a Refusal says what they may not. */
export function draftFor(asking: Asking, owners: Owners, wish: NewWorkLog, writing: Writing): Entry {
  const ownerId = wish.userId ?? asking.principal.id;
  checkAddFor(asking.principal, asking.organization, ownerId);
  const owner = owners.get(ownerId);
  if (!owner) throw refusedValue('userId', `there is no user ${ownerId} in this organization.`);
  return draftNew(wish, owner, writing);
}

/** Drafts that were written, or the problems of those that are refused. */
export type NewOutcome = { shown: ShownEntry[] } | { problems: Problems };

/** Problems of entries by the entry's id. */
export type Problems = ReadonlyMap<string, readonly WorklogProblem[]>;

/** Drafts of one asker, made `now` for owners that are known. */
export interface Drafts {
  readonly entries: readonly Entry[];
  readonly owners: Owners;
  readonly now: Instant;
}

/** Writes drafts in one round trip, all or none. */
export async function writeNew(asking: Asking, drafts: Drafts): Promise<NewOutcome> {
  const { db, organization, source } = asking;
  const additions = drafts.entries.map((entry) => ({ entry, source, now: drafts.now }));
  return outcomeOf(asking, drafts, await insertEntries(db, organization, additions));
}

/** What to tell of drafts that were written or not; an id that is taken is fine when it is the same entry sent again. */
export async function outcomeOf(
  asking: Asking,
  drafts: Drafts,
  { ids, refused }: Written,
): Promise<NewOutcome> {
  if (refused.length > 0) return { problems: problemsOf(asking, drafts, refused) };
  const shown: ShownEntry[] = [];
  for (const entry of drafts.entries) {
    shown.push(ids.has(entry.id) ? shownDraft(asking, entry, drafts.owners) : await sameEntry(asking, entry));
  }
  return { shown };
}

/** The problems that `writeNew` would find; writes nothing. */
export async function askNew(asking: Asking, drafts: Drafts): Promise<Problems> {
  const { db, organization } = asking;
  const { settings } = organization;
  const asked = drafts.entries.map((entry) => askedRow(entry, { settings, localNow: entry.localEditedAt }));
  return problemsOf(asking, drafts, await findRefused(db, organization, asked, drafts.now));
}

/** An entry that was just written, shown without reading it again. */
export function shownDraft({ organization, principal }: Asking, entry: Entry, owners: Owners): ShownEntry {
  const activityType = organization.activityTypes.find((type) => type.id === entry.activityTypeId);
  const user = owners.get(entry.personId);
  if (!activityType || !user) throw new Error('a draft names what is not known');
  return { entry, user, addedByUser: principal, editedByUser: principal, activityType };
}

function problemsOf(
  { organization: { settings } }: Asking,
  { entries, owners, now }: Drafts,
  refused: readonly RefusedEntry[],
): Problems {
  const personOf = new Map(entries.map(({ id, personId }) => [id, personId]));
  const problems = new Map<string, WorklogProblem[]>();
  for (const found of refused) {
    const timeZone = owners.get(personOf.get(found.id) ?? '')?.timeZone ?? 'UTC';
    const problem = problemOf(found, { settings, timeZone, now });
    problems.set(found.id, [...(problems.get(found.id) ?? []), problem]);
  }
  return problems;
}

async function sameEntry({ db, organization, principal }: Asking, entry: Entry): Promise<ShownEntry> {
  const existing = await findEntry(db, organization.id, entry.id);
  const isMine = existing?.entry.addedBy === principal.id && !existing.entry.isDeleted;
  if (existing && isMine && saysTheSame(existing.entry, entry)) return existing;
  throw refusedValue('id', `${entry.id} is taken by another worklog; choose a new one.`);
}

/** Whether an entry with a client-made id says again what was written before; the time may have been left out. */
function saysTheSame(existing: Entry, again: Entry): boolean {
  return (
    existing.personId === again.personId &&
    existing.seconds === again.seconds &&
    existing.workItemId === again.workItemId &&
    existing.comment === again.comment &&
    existing.activityTypeId === again.activityTypeId &&
    existing.billableSeconds === again.billableSeconds
  );
}
