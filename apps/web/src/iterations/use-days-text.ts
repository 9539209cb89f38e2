import { readWallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import type { Dated } from './place-in-time.ts';

/** Writes the days of an iteration: `2 – 13 Nov`. */
export function useDaysText(): (iteration: Dated) => string {
  const texts = useTexts(iterationsTexts);
  const formats = useFormats();
  return ({ startDate, finishDate }) => {
    const [start, finish] = [readWallDate(startDate ?? ''), readWallDate(finishDate ?? '')];
    return start === null || finish === null ? texts.noDays : formats.days(start, finish);
  };
}
