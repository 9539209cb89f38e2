import type { WallDate } from '@stint/domain';
import { useCallback, useEffect, useRef } from 'react';
import { useSession } from '../api/session.ts';
import { keepDraft, readDraft } from '../drafts/draft-store.ts';
import type { CellDraft } from './cell-drafts.ts';
import { type CellMap, withCell } from './cell-map.ts';
import type { SheetCell } from './sheet-lines.ts';

interface Typing {
  readonly rowKey: string;
  readonly date: WallDate;
  readonly text: string;
}

type ChangeDrafts = (change: (before: CellMap<CellDraft>) => CellMap<CellDraft>) => void;

/**
 * Keeps the text of the one cell that is being typed into, without new rendering at each key. What a reload interrupted comes back as a
 * text that is not saved.
 */
export function useTypingDraft(change: ChangeDrafts): (cell: SheetCell, text: string | null) => void {
  const { user } = useSession();
  const place = `${user.id}:timesheet-typing`;
  const changeDrafts = useRef(change);
  changeDrafts.current = change;
  useEffect(() => {
    const found = readDraft(localStorage, place);
    if (!isTyping(found)) return;
    keepDraft(localStorage, place, null);
    changeDrafts.current((before) => withCell(before, found, { text: found.text, reason: null }));
  }, [place]);
  return useCallback(
    ({ row, date }, text) =>
      keepDraft(localStorage, place, text === null ? null : { rowKey: row.key, date, text }),
    [place],
  );
}

function isTyping(found: unknown): found is Typing {
  const { rowKey, date, text } = (found ?? {}) as Partial<Typing>;
  return typeof rowKey === 'string' && typeof date === 'string' && typeof text === 'string' && text !== '';
}
