import type { Client } from '@stint/client';
import { calls, type WorkLog } from '@stint/contract';
import { addDays, type WallDate } from '@stint/domain';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WORKLOGS_KEY } from './worklogs-key.ts';

/** The most that one call answers (api.md 3.4). */
const PAGE = 500;
/** An entry belongs to the days it reaches into; none is thought to be longer than this. */
const LONGEST_DAYS = 7;

/** One’s own worklogs that reach into some days, newest first; both ends are days of the range. */
const worklogsOfDaysQuery = (client: Client, from: WallDate, to: WallDate) =>
  queryOptions({
    queryKey: [...WORKLOGS_KEY, 'days', from, to],
    queryFn: async ({ signal }) => {
      const range = {
        // Both bounds are exclusive.
        $fromTimestamp: `${addDays(from, -LONGEST_DAYS - 1)}T23:59:59`,
        $toTimestamp: `${addDays(to, 1)}T00:00:00`,
      };
      const found: WorkLog[] = [];
      for (let last = PAGE; last === PAGE; ) {
        const query = { ...range, $count: PAGE, $skip: found.length, $includeEditable: true };
        const page = await client.call(calls.listWorkLogs, { query, signal });
        found.push(...page);
        last = page.length;
      }
      return found;
    },
  });

/** One’s own worklogs that reach into some days; while other days are fetched, those of before stay. */
export function useWorklogsOfDays(from: WallDate, to: WallDate) {
  return useQuery({ ...worklogsOfDaysQuery(useClient(), from, to), placeholderData: keepPreviousData });
}
