import type { WeekDifferences } from '@stint/contract';

type Entry = WeekDifferences['entries'][number];

/** What is told of both sides of a change beside day, length and words, as they would look the same without. */
export function toldBesides({ before, after }: Pick<Entry, 'before' | 'after'>) {
  if (before === null || after === null) return { startsAt: false, activityType: false };
  const isSameDay = before.timestamp.slice(0, 10) === after.timestamp.slice(0, 10);
  return {
    startsAt: isSameDay && before.timestamp !== after.timestamp,
    activityType: before.activityTypeId !== after.activityTypeId,
  };
}
