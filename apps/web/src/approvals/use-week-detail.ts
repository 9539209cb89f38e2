import { calls } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';

/** Everything about one person’s week: how it stands, its worklogs, and what was changed since it was submitted. `start` is its first day. */
export function useWeekDetail(personId: string, start: string) {
  const client = useClient();
  const key = [...WEEKS_KEY, 'detail', personId, start] as const;
  const week = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const query = { $userId: personId, $fromTimestamp: start, $toTimestamp: start };
      const weeks = await client.call(calls.listTimeWeeks, { query, signal });
      return weeks.find(({ weekStartDate }) => weekStartDate.startsWith(start)) ?? null;
    },
  });
  const worklogs = useQuery({
    queryKey: [...key, 'worklogs'],
    queryFn: ({ signal }) =>
      client.call(calls.listTimeWeekWorkLogs, { query: { $userId: personId, weekStart: start }, signal }),
  });
  const id = week.data?.id ?? null;
  const differences = useQuery({
    queryKey: [...key, 'differences', id],
    queryFn: ({ signal }) => client.call(calls.getTimeWeekDifferences, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  });
  return { week, worklogs, differences };
}
