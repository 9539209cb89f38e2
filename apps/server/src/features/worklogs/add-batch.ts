import type { Instant } from '@stint/domain';
import { inTransaction } from '../../database/transaction.ts';
import type { Asking, Owners } from './asking.ts';
import { batchRefusal, type Drafted, type Fault, faultsOf, overlapsWithin, repeatedIds } from './batch.ts';
import type { ShownEntry } from './store.ts';
import { askNew, shownDraft, writeNew } from './write.ts';

/** A drafted batch and how it is added; `now` is when it was drafted. */
export interface BatchAddition {
  drafted: Drafted;
  owners: Owners;
  now: Instant;
  validateOnly: boolean;
}

/** Adds all entries of a batch or none; the Refusal lists every bad index, whichever rules are broken. */
export async function addBatch(
  asking: Asking,
  { drafted, owners, now, validateOnly }: BatchAddition,
): Promise<ShownEntry[]> {
  const entries = drafted.drafts.map(({ entry }) => entry);
  const drafts = { entries, owners, now };
  const overlaps = asking.organization.settings.noOverlap ? overlapsWithin(drafted) : [];
  const faults = [...drafted.faults, ...repeatedIds(drafted), ...overlaps];
  if (validateOnly || faults.length > 0) {
    const problems = entries.length === 0 ? new Map() : await askNew(asking, drafts);
    refuse([...faults, ...faultsOf(drafted, problems)]);
    return entries.map((entry) => shownDraft(asking, entry, owners));
  }
  if (entries.length === 0) return [];
  const outcome = await inTransaction(asking.db, (db) => writeNew({ ...asking, db }, drafts));
  if ('shown' in outcome) return outcome.shown;
  throw batchRefusal(faultsOf(drafted, outcome.problems));
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw batchRefusal(faults);
}
