import { addDays, dayOf, startOfDay, toWallTime } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { useCallback } from 'react';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { instantsOf, type Place } from './entry.ts';

/** Gives when an entry begins and ends, in words: `09:10 – 11:25`. */
export function useTimesText(): (place: Place) => string {
  const formats = useFormats();
  const texts = useTexts(weeklyTexts);
  return useCallback(
    (place) => {
      if (!place.hasClockTime) return texts.anyTime;
      const [, to] = instantsOf(place, formats.settings.timeZone);
      const end = toWallTime(to, formats.settings.timeZone);
      const isMidnight = end === startOfDay(addDays(dayOf(place.start), 1));
      return formats.times(place.start, isMidnight ? null : end);
    },
    [formats, texts],
  );
}

/** Gives a place in words: `Wed 18 Nov, 09:10 – 11:25, 2:15`. */
export function usePlaceText(): (place: Place) => string {
  const formats = useFormats();
  const times = useTimesText();
  return useCallback(
    (place) =>
      `${formats.day(dayOf(place.start), 'weekday')}, ${times(place)}, ${formats.length(place.length)}`,
    [formats, times],
  );
}
