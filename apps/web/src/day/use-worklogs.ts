import type { TrackedWorkItem } from '@stint/contract';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../api/client.ts';
import { latestTracksQuery, worklogsQuery } from './worklog-queries.ts';

/** One's own worklogs, newest first, page by page. */
export function useWorklogs() {
  return useInfiniteQuery(worklogsQuery(useClient()));
}

/** The work items of the last worklogs, by id. */
export function useWorkItemsOfLatest(pages: number) {
  const client = useClient();
  const { data, isPending } = useQuery({
    ...latestTracksQuery(client, pages),
    placeholderData: keepPreviousData,
  });
  const workItems = useMemo(() => {
    const found = new Map<number, TrackedWorkItem>();
    for (const { workItem } of data?.workLogs ?? []) if (workItem) found.set(workItem.id, workItem);
    return found;
  }, [data]);
  return { workItems, isPending };
}
