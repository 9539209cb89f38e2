import type { NewWorkLog } from '@stint/contract';
import { refusedValue } from '../../refusal.ts';
import type { Asking, Owners } from './asking.ts';
import { draftNew, type Writing } from './draft.ts';
import type { Entry } from './entry.ts';
import { checkAddFor } from './policy.ts';
import { findEntry, insertEntries, type ShownEntry } from './store.ts';

/** Drafts the worklog that somebody asks for; a Refusal says what they may not. */
export function draftFor(asking: Asking, owners: Owners, wish: NewWorkLog, writing: Writing): Entry {
  const ownerId = wish.userId ?? asking.principal.id;
  checkAddFor(asking.principal, asking.organization, ownerId);
  const owner = owners.get(ownerId);
  if (!owner) throw refusedValue('userId', `there is no user ${ownerId} in this organization.`);
  return draftNew(wish, owner, writing);
}

/** Writes drafts in one round trip; an id that is taken is fine when it is the same entry sent again. */
export async function writeNew(
  asking: Asking,
  drafts: readonly Entry[],
  owners: Owners,
): Promise<ShownEntry[]> {
  const added = await insertEntries(asking.db, asking.organization.id, drafts, asking.source);
  const shown: ShownEntry[] = [];
  for (const entry of drafts) {
    shown.push(added.has(entry.id) ? shownDraft(asking, entry, owners) : await sameEntry(asking, entry));
  }
  return shown;
}

/** An entry that was just written, shown without reading it again. */
export function shownDraft({ organization, principal }: Asking, entry: Entry, owners: Owners): ShownEntry {
  const activityType = organization.activityTypes.find((type) => type.id === entry.activityTypeId);
  const user = owners.get(entry.personId);
  if (!activityType || !user) throw new Error('a draft names what is not known');
  return { entry, user, addedByUser: principal, editedByUser: principal, activityType };
}

/** `[index]` of a batch whose id stands there before already. */
export function checkDistinct(entries: readonly Entry[]): void {
  const seen = new Map<string, number>();
  for (const [index, { id }] of entries.entries()) {
    const first = seen.get(id);
    if (first !== undefined) throw refusedValue('id', `[${index}] has the id of [${first}]: ${id}.`);
    seen.set(id, index);
  }
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
