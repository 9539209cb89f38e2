import { calls, type TrackedWorkItem } from '@stint/contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../api/client.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';

const PAGE = 50;
/** The most that one call answers (api.md 3.4). */
const MOST_TITLES = 500;

export const WORKLOG_LIST_KEY = [...WORKLOGS_KEY, 'list'] as const;

/** One's own worklogs, newest first, page by page. */
export function useWorklogs() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: WORKLOG_LIST_KEY,
    queryFn: ({ pageParam, signal }) =>
      client.call(calls.listWorkLogs, {
        query: { $count: PAGE, $skip: pageParam, $includeEditable: true },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, skipped) => (last.length < PAGE ? undefined : skipped + PAGE),
  });
}

/**
 * The work items of the last worklogs, by id. Worklogs carry the id only (api.md 3.2), so titles and colours come from the
 * list of latest tracks.
 */
export function useWorkItemsOfLatest(pages: number) {
  const client = useClient();
  const count = Math.min(MOST_TITLES, Math.max(1, pages) * PAGE);
  const { data, isPending } = useQuery({
    queryKey: [...WORKLOGS_KEY, 'work-items', count],
    queryFn: ({ signal }) => client.call(calls.listLatestTracks, { query: { $count: count }, signal }),
    placeholderData: keepPreviousData,
  });
  const workItems = useMemo(() => {
    const found = new Map<number, TrackedWorkItem>();
    for (const { workItem } of data?.workLogs ?? []) if (workItem) found.set(workItem.id, workItem);
    return found;
  }, [data]);
  return { workItems, isPending };
}
