import type { OrganizationSettings } from '@stint/contract';
import { dayOf, type WallTime } from '@stint/domain';
import type { Entry } from './entry.ts';
import { firstOpenDay } from './guard-rules.ts';

/** An entry as the guard is asked about it, in the columns of the SQL type `asked_entry`. */
export interface AskedRow {
  id: string;
  person_id: string;
  work_item_id: number | null;
  started_at: string;
  local_started_at: string;
  /** null for a track that begins. */
  seconds: number | null;
  has_clock_time: boolean;
  open_from: string | null;
  is_change?: boolean;
  only_week?: boolean;
  without_budget?: boolean;
}

/** What the guard has to know beside the entry. */
interface Circumstances {
  settings: OrganizationSettings;
  /** What the owner's clock on the wall shows. */
  localNow: WallTime;
}

/** How an entry that stands already is changed. */
type Change = Pick<AskedRow, 'is_change' | 'only_week' | 'without_budget'>;

/** Asks about an entry. */
export function askedRow(entry: Entry, { settings, localNow }: Circumstances, change: Change = {}): AskedRow {
  return {
    id: entry.id,
    person_id: entry.personId,
    work_item_id: entry.workItemId,
    started_at: new Date(entry.startedAt).toISOString(),
    local_started_at: entry.localStartedAt,
    seconds: entry.seconds,
    has_clock_time: entry.hasClockTime,
    open_from: firstOpenDay(settings, localNow),
    ...change,
  };
}

/**
 * Asks about a change: the entry as it will be, and the week that it leaves. A change that adds nothing to a budget may be
 * made on a closed one. `localNow` is of the owners before and after.
 */
export function askedForChange(
  before: Entry,
  after: Entry,
  settings: OrganizationSettings,
  localNow: { before: WallTime; after: WallTime },
): AskedRow[] {
  const leaving = askedRow(before, { settings, localNow: localNow.before }, { only_week: true });
  if (after.isDeleted) return [leaving];
  const addsNothing =
    !before.isDeleted && after.workItemId === before.workItemId && after.seconds <= before.seconds;
  const change = { is_change: true, without_budget: addsNothing };
  const coming = askedRow(after, { settings, localNow: localNow.after }, change);
  const stays =
    before.isDeleted ||
    (after.personId === before.personId && dayOf(after.localStartedAt) === dayOf(before.localStartedAt));
  return stays ? [coming] : [leaving, coming];
}
