import type { NewWorkLog, WorkLogChange } from '@stint/contract';
import { instant } from '@stint/domain';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Source } from '../../http/asked.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { type Asking, ownersOf } from './asking.ts';
import { draftBatch, ownerIdOf, readBatch } from './batch.ts';
import { entryOfTrack } from './book.ts';
import { draftChange, draftDeletion, type Writing } from './draft.ts';
import type { BookedTrack, Entry } from './entry.ts';
import { checkAddFor, checkSeen } from './policy.ts';
import { type Expected, rewrite } from './rewrite.ts';
import { newRowsJson } from './insert-statement.ts';
import { type Filter, findEntry, listEntries, type ShownEntry } from './store.ts';
import { checkDistinct, draftFor, shownDraft, writeNew } from './write.ts';

export interface WorkLogs {
  list(asking: Asking, filter: Filter): Promise<ShownEntry[]>;
  get(asking: Asking, id: string): Promise<ShownEntry>;
  add(asking: Asking, wish: NewWorkLog): Promise<ShownEntry>;
  /** All or nothing; with `validateOnly` nothing is written. */
  addMany(asking: Asking, batch: unknown, validateOnly: boolean): Promise<ShownEntry[]>;
  /** `expected` are the versions an If-Match names; 412 when the current one is not among them. */
  change(asking: Asking, id: string, change: WorkLogChange, expected: Expected): Promise<ShownEntry>;
  remove(asking: Asking, id: string, expected: Expected): Promise<void>;
  restore(asking: Asking, id: string): Promise<ShownEntry>;
  /** The worklogs of stopped tracks, for the statement with `insertExpressions` that writes them. */
  bookedRows(tracks: readonly { track: BookedTrack; source: Source }[]): string;
}

export function createWorkLogs({ clock }: Pick<Dependencies, 'clock'>): WorkLogs {
  const now = () => instant(clock());
  const writingOf = ({ organization, principal, source }: Asking): Writing => ({
    organization,
    writerId: principal.id,
    now: now(),
    source,
  });

  return {
    list: ({ db, organization }, filter) => listEntries(db, organization.id, filter),
    get: getEntry,

    async add(asking, wish) {
      const owners = await ownersOf(asking, [wish.userId]);
      const [added] = await writeNew(asking, [draftFor(asking, owners, wish, writingOf(asking))], owners);
      if (!added) throw new Error('a worklog was neither written nor refused');
      return added;
    },

    async addMany(asking, body, validateOnly) {
      const batch = readBatch(body);
      const owners = await ownersOf(asking, batch.map(ownerIdOf));
      const writing = writingOf(asking);
      const drafts = draftBatch(batch, (wish) => draftFor(asking, owners, wish, writing));
      checkDistinct(drafts);
      if (validateOnly) return drafts.map((entry) => shownDraft(asking, entry, owners));
      if (drafts.length === 0) return [];
      return inTransaction(asking.db, (db) => writeNew({ ...asking, db }, drafts, owners));
    },

    async change(asking, id, change, expected) {
      const { organization, principal } = asking;
      const draft = async (before: Entry, writing: Writing) => {
        const ownerId = change.userId ?? before.personId;
        if (ownerId !== before.personId) checkAddFor(principal, organization, ownerId);
        const owner = (await ownersOf(asking, [ownerId])).get(ownerId);
        if (!owner) throw refusedValue('userId', `there is no user ${ownerId} in this organization.`);
        return draftChange(before, change, owner, writing);
      };
      await rewrite(asking, { id, expected, action: 'change', writing: () => writingOf(asking), draft });
      return readChanged(asking, id);
    },

    async remove(asking, id, expected) {
      const draft = (before: Entry, writing: Writing) => draftState(asking, before, true, writing);
      await rewrite(asking, { id, expected, action: 'delete', writing: () => writingOf(asking), draft });
    },

    async restore(asking, id) {
      const draft = (before: Entry, writing: Writing) => draftState(asking, before, false, writing);
      await rewrite(asking, {
        id,
        expected: null,
        action: 'restore',
        writing: () => writingOf(asking),
        draft,
      });
      return readChanged(asking, id);
    },

    bookedRows: (tracks) =>
      newRowsJson(tracks.map(({ track, source }) => ({ entry: entryOfTrack(track, now()), source }))),
  };
}

async function getEntry(asking: Asking, id: string): Promise<ShownEntry> {
  const shown = await readChanged(asking, id);
  if (shown.entry.isDeleted) throw notFound('worklog', id);
  checkSeen(asking.principal, shown.entry);
  return shown;
}

/** What was just changed is answered as it is, whoever it belongs to now. */
async function readChanged({ db, organization }: Asking, id: string): Promise<ShownEntry> {
  const shown = await findEntry(db, organization.id, id);
  if (!shown) throw notFound('worklog', id);
  return shown;
}

async function draftState(
  asking: Asking,
  before: Entry,
  isDeleted: boolean,
  writing: Writing,
): Promise<Entry> {
  const owner = (await ownersOf(asking, [before.personId])).get(before.personId);
  return draftDeletion(before, isDeleted, owner?.timeZone ?? 'UTC', writing);
}
