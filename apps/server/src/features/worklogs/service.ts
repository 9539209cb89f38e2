import type { NewWorkLog, WorkLogChange } from '@stint/contract';
import { type Instant, instant } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked, Db, Source } from '../../http/asked.ts';
import { inTransaction } from '../../database/transaction.ts';
import { findPeople, type PersonWithZone } from '../../identity/find-person.ts';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import { notFound, refusedValue, Refusal } from '../../refusal.ts';
import { draftBatch, readBatch } from './batch.ts';
import { entryOfTrack } from './book.ts';
import { draftChange, draftDeletion, draftNew, type Writing } from './draft.ts';
import type { BookedTrack, Entry } from './entry.ts';
import { checkAddFor, checkEdit, checkSeen } from './policy.ts';
import { type Filter, findEntry, insertEntries, listEntries, type ShownEntry, updateEntry } from './store.ts';

/** Who asks for what, as far as worklogs need it. */
type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

export interface WorkLogs {
  list(asking: Asking, filter: Filter): Promise<ShownEntry[]>;
  get(asking: Asking, id: string): Promise<ShownEntry>;
  add(asking: Asking, wish: NewWorkLog): Promise<ShownEntry>;
  /** All or nothing; with `validateOnly` nothing is written. */
  addMany(asking: Asking, batch: unknown, validateOnly: boolean): Promise<ShownEntry[]>;
  /** `expected` is the version an If-Match names; 412 when it is not the current one. */
  change(asking: Asking, id: string, change: WorkLogChange, expected: Expected): Promise<ShownEntry>;
  remove(asking: Asking, id: string, expected: Expected): Promise<void>;
  restore(asking: Asking, id: string): Promise<ShownEntry>;
  /** Writes the worklog of a stopped track, in the caller's transaction. */
  book(db: Db, organization: Organization, track: BookedTrack, source: Source): Promise<void>;
}

/** Versions that an If-Match allows; null allows any. */
export type Expected = ReadonlySet<number> | null;

/** How often a change is tried again when another one was faster. */
const TRIES = 20;

export function createWorkLogs({ clock }: Pick<Dependencies, 'clock'>): WorkLogs {
  const now = (): Instant => instant(clock());

  function writingOf({ organization, principal, source }: Asking): Writing {
    return { organization, writerId: principal.id, now: now(), source };
  }

  async function get({ db, organization, principal }: Asking, id: string): Promise<ShownEntry> {
    const shown = await findEntry(db, organization.id, id);
    if (!shown || shown.entry.isDeleted) throw notFound('worklog', id);
    checkSeen(principal, shown.entry);
    return shown;
  }

  /** Owners of new entries by id; the caller is known already. */
  async function ownersOf(
    asking: Asking,
    ids: Iterable<string | undefined>,
  ): Promise<Map<string, PersonWithZone>> {
    const others = [...new Set(ids)].filter(
      (id) => id !== undefined && id !== asking.principal.id,
    ) as string[];
    const owners = await findPeople(asking.db, asking.organization.id, others);
    return owners.set(asking.principal.id, asking.principal);
  }

  function draft(
    asking: Asking,
    owners: Map<string, PersonWithZone>,
    wish: NewWorkLog,
    writing: Writing,
  ): Entry {
    const ownerId = wish.userId ?? asking.principal.id;
    checkAddFor(asking.principal, asking.organization, ownerId);
    const owner = owners.get(ownerId);
    if (!owner) throw refusedValue('userId', `there is no user ${ownerId} in this organization.`);
    return draftNew(wish, owner, writing);
  }

  /** Writes drafts; an id that is taken is fine when it is the same entry sent again. */
  async function write(asking: Asking, drafts: readonly Entry[], owners: Map<string, PersonWithZone>) {
    const { db, organization, principal, source } = asking;
    const added = await insertEntries(db, organization.id, drafts, source);
    const shown: ShownEntry[] = [];
    for (const entry of drafts) {
      shown.push(
        added.has(entry.id)
          ? shownDraft(entry, owners, principal, organization)
          : await sameEntry(asking, entry),
      );
    }
    return shown;
  }

  async function sameEntry({ db, organization, principal }: Asking, entry: Entry): Promise<ShownEntry> {
    const existing = await findEntry(db, organization.id, entry.id);
    if (existing && !existing.entry.isDeleted && isRepetition(existing.entry, entry, principal))
      return existing;
    throw refusedValue('id', `${entry.id} is taken by another worklog; choose a new one.`);
  }

  /** Loads, drafts and writes a change until no other change was faster. */
  async function rewrite(
    asking: Asking,
    id: string,
    expected: Expected,
    action: 'change' | 'delete' | 'restore',
    draftAfter: (before: ShownEntry, writing: Writing) => Promise<Entry>,
  ): Promise<Entry> {
    const { db, organization, principal, source } = asking;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const shown = await findEntry(db, organization.id, id);
      if (!shown || shown.entry.isDeleted !== (action === 'restore')) throw notFound('worklog', id);
      checkSeen(principal, shown.entry);
      checkEdit(principal, organization, shown.entry);
      checkExpected(shown.entry, expected);
      const after = await draftAfter(shown, writingOf(asking));
      if (await updateEntry(db, organization.id, { before: shown.entry, after, action }, source))
        return after;
    }
    throw new Refusal(
      'DbValidationError',
      `The worklog ${id} is being changed by others all the time; try again.`,
    );
  }

  return {
    list: ({ db, organization }, filter) => listEntries(db, organization.id, filter),
    get,

    async add(asking, wish) {
      const owners = await ownersOf(asking, [wish.userId]);
      const [added] = await write(asking, [draft(asking, owners, wish, writingOf(asking))], owners);
      if (!added) throw new Error('a worklog was neither written nor refused');
      return added;
    },

    async addMany(asking, body, validateOnly) {
      const batch = readBatch(body);
      const owners = await ownersOf(asking, batch.map(userIdOf));
      const writing = writingOf(asking);
      const drafts = draftBatch(batch, (wish) => draft(asking, owners, wish, writing));
      checkDistinct(drafts);
      if (validateOnly)
        return drafts.map((entry) => shownDraft(entry, owners, asking.principal, asking.organization));
      if (drafts.length === 0) return [];
      return inTransaction(asking.db, (db) => write({ ...asking, db }, drafts, owners));
    },

    async change(asking, id, change, expected) {
      const { organization, principal } = asking;
      await rewrite(asking, id, expected, 'change', async ({ entry }, writing) => {
        const ownerId = change.userId ?? entry.personId;
        if (ownerId !== entry.personId) checkAddFor(principal, organization, ownerId);
        const owner = (await ownersOf(asking, [ownerId])).get(ownerId);
        if (!owner) throw refusedValue('userId', `there is no user ${ownerId} in this organization.`);
        return draftChange(entry, change, owner, writing);
      });
      const shown = await findEntry(asking.db, organization.id, id);
      if (!shown) throw notFound('worklog', id);
      return shown;
    },

    async remove(asking, id, expected) {
      await rewrite(asking, id, expected, 'delete', async ({ entry }, writing) =>
        draftDeletion(entry, true, await zoneOf(asking, entry), writing),
      );
    },

    async restore(asking, id) {
      await rewrite(asking, id, null, 'restore', async ({ entry }, writing) =>
        draftDeletion(entry, false, await zoneOf(asking, entry), writing),
      );
      return get(asking, id);
    },

    async book(db, organization, track, source) {
      await insertEntries(db, organization.id, [entryOfTrack(track, now())], source);
    },
  };

  async function zoneOf(asking: Asking, entry: Entry): Promise<string> {
    return (await ownersOf(asking, [entry.personId])).get(entry.personId)?.timeZone ?? 'UTC';
  }
}

function userIdOf(given: unknown): string | undefined {
  if (given === null || typeof given !== 'object') return undefined;
  const found = Object.entries(given).find(([name]) => name.toLowerCase() === 'userid')?.[1] as unknown;
  return typeof found === 'string' && /^[0-9a-f-]{36}$/i.test(found) ? found.toLowerCase() : undefined;
}

function checkExpected(entry: Entry, expected: Expected): void {
  if (expected === null || expected.has(entry.version)) return;
  const message = `If-Match: the worklog has changed since; its ETag is "${entry.version}" now.`;
  throw new Refusal('DbValidationError', message, { status: 412 });
}

function checkDistinct(entries: readonly Entry[]): void {
  const seen = new Map<string, number>();
  for (const [index, { id }] of entries.entries()) {
    const first = seen.get(id);
    if (first !== undefined) throw refusedValue('id', `[${index}] has the id of [${first}]: ${id}.`);
    seen.set(id, index);
  }
}

/** Whether an entry with a client-made id says again what was written before; the time may have been left out. */
function isRepetition(existing: Entry, again: Entry, principal: Principal): boolean {
  return (
    existing.addedBy === principal.id &&
    existing.personId === again.personId &&
    existing.seconds === again.seconds &&
    existing.workItemId === again.workItemId &&
    existing.comment === again.comment &&
    existing.activityTypeId === again.activityTypeId &&
    existing.billableSeconds === again.billableSeconds
  );
}

/** An entry that was just written, shown without reading it again. */
function shownDraft(
  entry: Entry,
  owners: Map<string, PersonWithZone>,
  writer: Principal,
  organization: Organization,
): ShownEntry {
  const activityType = organization.activityTypes.find((type) => type.id === entry.activityTypeId);
  const user = owners.get(entry.personId);
  if (!activityType || !user) throw new Error('a draft names what is not known');
  return { entry, user, addedByUser: writer, editedByUser: writer, activityType };
}
