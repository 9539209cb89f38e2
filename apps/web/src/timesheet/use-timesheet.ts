import { calls } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { filterQuery, type RowChoice } from './row-filter.ts';

/** One’s own timesheet of some days; both ends belong to it. */
export function useTimesheet(from: WallDate, to: WallDate, choice: RowChoice) {
  const client = useClient();
  const query = { $from: from, $to: to, ...filterQuery(choice) };
  return useQuery({
    queryKey: [...WORKLOGS_KEY, 'timesheet', query],
    queryFn: ({ signal }) => client.call(calls.getTimesheet, { query, signal }),
    placeholderData: keepPreviousData,
  });
}
