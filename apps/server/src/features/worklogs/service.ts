import type { NewWorkLog, WorkLogChange } from '@stint/contract';
import { instant } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import type { Source } from '../../http/asked.ts';
import type { ExpectedVersions } from '../../http/entity-tags.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { askedForChange, type AskedRow } from './asked-row.ts';
import { type Asking, ownersOf, type Owners } from './asking.ts';
import { addBatch } from './add-batch.ts';
import { createAddTogether } from './add-together.ts';
import { draftBatch, ownerIdOf, readBatch } from './batch.ts';
import { entryOfTrack } from './book.ts';
import { draftChange, draftDeletion, type Writing } from './draft.ts';
import type { BookedTrack, Entry } from './entry.ts';
import { editableEntries } from './editable.ts';
import { checkAddFor, checkSeen } from './policy.ts';
import { refusalOf } from './guard.ts';
import { type Draft, rewrite } from './rewrite.ts';
import { momentOf } from './times.ts';
import { newRowParameters } from './insert-statement.ts';
import { type Filter, findEntry, listEntries, type ShownEntry } from './store.ts';
import { draftFor, outcomeOf } from './write.ts';

export interface WorkLogs {
  list(asking: Asking, filter: Filter): Promise<ShownEntry[]>;
  get(asking: Asking, id: string): Promise<ShownEntry>;
  add(asking: Asking, wish: NewWorkLog): Promise<ShownEntry>;
  /** All or nothing; with `validateOnly` nothing is written. */
  addMany(asking: Asking, batch: unknown, validateOnly: boolean): Promise<ShownEntry[]>;
  /** `expected` are the versions an If-Match names; 412 when the current one is not among them. */
  change(asking: Asking, id: string, change: WorkLogChange, expected: ExpectedVersions): Promise<ShownEntry>;
  remove(asking: Asking, id: string, expected: ExpectedVersions): Promise<void>;
  restore(asking: Asking, id: string): Promise<ShownEntry>;
  /** Which of these entries the caller may change and delete now: rights, and weeks that are not locked. */
  editable(asking: Asking, entries: readonly Entry[]): Promise<ReadonlySet<string>>;
  /** The worklog of a stopped track, for a statement with `entryOfParameters` that writes it. */
  bookedRow(track: BookedTrack, source: Source): unknown[];
}

export function createWorkLogs({ clock }: Pick<Dependencies, 'clock'>): WorkLogs {
  const current = () => instant(clock());
  const addTogether = createAddTogether();
  const writingOf = ({ organization, principal, source }: Asking): Writing => ({
    organization,
    writerId: principal.id,
    now: current(),
    source,
  });

  return {
    list: ({ db, organization }, filter) => listEntries(db, organization.id, filter),
    get: getEntry,

    async add(asking, wish) {
      const owners = await ownersOf(asking, [wish.userId]);
      const writing = writingOf(asking);
      const { now } = writing;
      const entry = draftFor(asking, owners, wish, writing);
      const written = await addTogether({ ...asking, entry, now });
      const outcome = await outcomeOf(asking, { entries: [entry], owners, now }, written);
      if ('problems' in outcome) throw refusalOf([...outcome.problems.values()].flat());
      const [added] = outcome.shown;
      if (!added) throw new Error('a worklog was neither written nor refused');
      return added;
    },

    async addMany(asking, body, validateOnly) {
      const batch = readBatch(body);
      const owners = await ownersOf(asking, batch.map(ownerIdOf));
      const writing = writingOf(asking);
      return addBatch(asking, {
        drafted: draftBatch(batch, (wish) => draftFor(asking, owners, wish, writing)),
        owners,
        now: writing.now,
        validateOnly,
      });
    },

    async change(asking, id, change, expected) {
      const { organization, principal } = asking;
      const draft = async (before: Entry, writing: Writing) => {
        const ownerId = change.userId ?? before.personId;
        if (ownerId !== before.personId) checkAddFor(principal, organization, ownerId);
        const owners = await ownersOf(asking, [ownerId, before.personId]);
        const owner = owners.get(ownerId);
        if (!owner) throw refusedValue('userId', `there is no user ${ownerId} in this organization.`);
        const after = draftChange(before, change, owner, writing);
        return { after, asked: askedBy(before, after, owners, writing), timeZone: owner.timeZone };
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

    editable: (asking, entries) => editableEntries(asking, entries, current()),

    bookedRow: (track, source) => newRowParameters({ entry: entryOfTrack(track, current()), source }),
  };
}

async function getEntry(asking: Asking, id: string): Promise<ShownEntry> {
  const shown = await readChanged(asking, id);
  if (shown.entry.isDeleted) throw notFound('worklog', id);
  checkSeen(asking.principal, asking.organization, shown.entry);
  return shown;
}

/** What was just changed is answered as it is, whoever it belongs to now. */
async function readChanged({ db, organization }: Asking, id: string): Promise<ShownEntry> {
  const shown = await findEntry(db, organization.id, id);
  if (!shown) throw notFound('worklog', id);
  return shown;
}

/** Drafts a deletion, or that one was taken back; an entry that comes back obeys the rules of today. */
async function draftState(
  asking: Asking,
  before: Entry,
  isDeleted: boolean,
  writing: Writing,
): Promise<Draft> {
  const owners = await ownersOf(asking, [before.personId]);
  const timeZone = zoneOf(owners, before.personId);
  const after = draftDeletion(before, isDeleted, timeZone, writing);
  return { after, asked: askedBy(before, after, owners, writing), timeZone };
}

function askedBy(before: Entry, after: Entry, owners: Owners, { organization, now }: Writing): AskedRow[] {
  const localNow = (personId: string) => momentOf(now, zoneOf(owners, personId)).local;
  const both = { before: localNow(before.personId), after: localNow(after.personId) };
  return askedForChange(before, after, organization.settings, both);
}

function zoneOf(owners: Owners, personId: string): string {
  return owners.get(personId)?.timeZone ?? 'UTC';
}
