import { calls, type TimeWeek } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WEEKS_KEY } from './weeks-key.ts';

/** The cache key of one’s own weeks of a range. */
export const ownWeeksKey = (from: WallDate, to: WallDate) => [...WEEKS_KEY, 'own', from, to] as const;

/** One’s own weeks that share a day with a range, newest first; both ends are days of the range. */
export function useOwnWeeks(from: WallDate, to: WallDate, isOn: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ownWeeksKey(from, to),
    queryFn: ({ signal }): Promise<TimeWeek[]> =>
      client.call(calls.listTimeWeeks, { query: { $fromTimestamp: from, $toTimestamp: to }, signal }),
    placeholderData: keepPreviousData,
    enabled: isOn,
  });
}

/** The first day of a week. */
export function firstDayOf(week: Pick<TimeWeek, 'weekStartDate'>): WallDate {
  return week.weekStartDate.slice(0, 10) as WallDate;
}
