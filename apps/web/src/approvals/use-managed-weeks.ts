import type { Client } from '@stint/client';
import { calls } from '@stint/contract';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';
import { type ManagedWeek, ofApproval, ofUnsubmitted } from './managed-week.ts';

/** The lists of weeks that managers work with. */
export const MANAGED_LISTS = ['pending', 'unsubmitted', 'archived'] as const;
export type ManagedList = (typeof MANAGED_LISTS)[number];

/** Weeks fetched at once. */
const PAGE = 100;
/** Reopened, approved and closed (api.md 3.4). */
const STATES = { pending: '1', archived: '2,3,99' } as const;

export type ManagedPages = InfiniteData<ManagedWeek[], number>;

/** The cache key of a list. */
export const managedWeeksKey = (list: ManagedList) => [...WEEKS_KEY, 'managed', list] as const;

/** A list of weeks for the manager who is signed in, newest first, some at a time. */
export function useManagedWeeks(list: ManagedList) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: managedWeeksKey(list),
    queryFn: ({ pageParam, signal }) => readWeeks(client, list, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last: ManagedWeek[], all: ManagedWeek[][]) =>
      last.length < PAGE ? undefined : all.length * PAGE,
  });
}

async function readWeeks(
  client: Client,
  list: ManagedList,
  skip: number,
  signal: AbortSignal,
): Promise<ManagedWeek[]> {
  const query = { $count: PAGE, $skip: skip };
  if (list === 'unsubmitted')
    return (await client.call(calls.listUnsubmittedTimeWeeks, { query, signal })).map(ofUnsubmitted);
  const wanted = { ...query, $state: STATES[list], $expand: 'week' };
  return (await client.call(calls.listTimeApprovals, { query: wanted, signal })).map(ofApproval);
}
