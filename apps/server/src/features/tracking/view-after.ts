import type { Db } from '../../http/asked.ts';
import type { Day } from './day.ts';
import type { Move } from './move.ts';
import { readView, type View, type Whose } from './store.ts';
import { type Totals, withBooked } from './totals.ts';

/** What answers show after a move; read again only when what was read before it cannot tell. */
export async function viewAfter(
  db: Db,
  whose: Whose,
  before: View,
  { record, effects }: Move,
  day: Day,
): Promise<View> {
  if (before.workItemId !== record.workItemId || before.isOutrun) {
    const again = await readView(db, whose, { day });
    if (again) return again;
  }
  let totals: Totals = before;
  for (const effect of effects) {
    if (effect.type === 'book') totals = withBooked(totals, effect, record.workItemId, day);
  }
  return { ...before, ...totals, record };
}
