import type { Db } from '../../http/asked.ts';
import type { Move } from './move.ts';
import { type Focus, readView, type View, type Whose } from './store.ts';
import { type Totals, withBooked } from './totals.ts';

/** What answers show after a move; read again only when what was read before it cannot tell. */
export async function viewAfter(
  db: Db,
  whose: Whose,
  before: View,
  { record, effects }: Move,
  focus: Focus,
): Promise<View> {
  if (before.workItemId !== record.workItemId || before.isOutrun) {
    const again = await readView(db, whose, focus);
    if (again) return again;
  }
  let totals: Totals = before;
  for (const effect of effects) {
    if (effect.type === 'book') totals = withBooked(totals, effect, record.workItemId, focus.day);
  }
  return { ...before, ...totals, record };
}
