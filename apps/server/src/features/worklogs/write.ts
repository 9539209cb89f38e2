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
import { findRefused, insertEntries } from './store-writes.ts';

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

/**
 * Writes drafts in one round trip, all or none; an id that is taken is fine when it is the same entry sent again. `now` is
 * when they were drafted.
 */
export async function writeNew(
  asking: Asking,
  drafts: readonly Entry[],
  owners: Owners,
  now: Instant,
): Promise<NewOutcome> {
  const { db, organization, source } = asking;
  const { ids, refused } = await insertEntries(db, organization, drafts, { source, now });
  if (refused.length > 0) return { problems: problemsOf(asking, drafts, refused, owners, now) };
  const shown: ShownEntry[] = [];
  for (const entry of drafts) {
    shown.push(ids.has(entry.id) ? shownDraft(asking, entry, owners) : await sameEntry(asking, entry));
  }
  return { shown };
}

/** The problems that `writeNew` would find; writes nothing. */
export async function askNew(
  asking: Asking,
  drafts: readonly Entry[],
  owners: Owners,
  now: Instant,
): Promise<Problems> {
  const { db, organization } = asking;
  const { settings } = organization;
  const asked = drafts.map((entry) => askedRow(entry, { settings, localNow: entry.localEditedAt }));
  return problemsOf(asking, drafts, await findRefused(db, organization, asked, now), owners, now);
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
  drafts: readonly Entry[],
  refused: readonly RefusedEntry[],
  owners: Owners,
  now: Instant,
): Problems {
  const personOf = new Map(drafts.map(({ id, personId }) => [id, personId]));
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
