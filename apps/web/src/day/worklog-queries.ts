import type { Client } from '@stint/client';
import { calls } from '@stint/contract';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';

const PAGE = 50;
/** The most that one call answers (api.md 3.4). */
const MOST_TITLES = 500;

export const WORKLOG_LIST_KEY = [...WORKLOGS_KEY, 'list'] as const;

/** One's own worklogs, newest first, page by page. */
export const worklogsQuery = (client: Client) =>
  infiniteQueryOptions({
    queryKey: WORKLOG_LIST_KEY,
    queryFn: ({ pageParam, signal }) =>
      client.call(calls.listWorkLogs, {
        query: { $count: PAGE, $skip: pageParam, $includeEditable: true },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, skipped) => (last.length < PAGE ? undefined : skipped + PAGE),
  });

/**
 * The last tracks, as many as there are worklogs in so many pages. Worklogs carry the id of their work item only (api.md 3.2), so titles
 * and colours come from here.
 */
export function latestTracksQuery(client: Client, pages: number) {
  const count = Math.min(MOST_TITLES, Math.max(1, pages) * PAGE);
  return queryOptions({
    queryKey: [...WORKLOGS_KEY, 'work-items', count],
    queryFn: ({ signal }) => client.call(calls.listLatestTracks, { query: { $count: count }, signal }),
  });
}

/** Asks for what the list begins with, where it is not there yet: while the code of the page is still on its way. */
export function askForWorklogs(client: Client, queryClient: QueryClient): void {
  const asked = [
    queryClient.ensureInfiniteQueryData(worklogsQuery(client)),
    queryClient.ensureQueryData(latestTracksQuery(client, 1)),
  ];
  // The list asks again for what did not come, and says why.
  void Promise.allSettled(asked);
}
