import { useTexts } from '@stint/ui';
import { useCallback } from 'react';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import type { CalendarEntry } from './entry.ts';

/** Gives what an entry is about, in words: number and title of its work item, else its comment. */
export function useEntryName(): (
  entry: Pick<CalendarEntry, 'workItem' | 'workItemId' | 'comment'>,
) => string {
  const texts = useTexts(weeklyTexts);
  return useCallback(
    ({ workItem, workItemId, comment }) => {
      if (workItem) return `${workItem.id} ${workItem.title}`;
      return comment || (workItemId === null ? texts.noItem : String(workItemId));
    },
    [texts],
  );
}
