import { calls } from '@stint/contract';
import { useFormats } from '@stint/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../../api/client.ts';
import { type AuditSearch, auditFilter } from './audit-search.ts';

const PAGE = 50;
const MOST_PEOPLE = 500;

/** The entries that filters let through, newest first, page by page. */
export function useAuditLog(search: AuditSearch) {
  const client = useClient();
  const zone = useFormats().settings.timeZone;
  const filter = auditFilter(search, zone);
  return useInfiniteQuery({
    queryKey: ['audit-log', filter],
    queryFn: ({ pageParam, signal }) =>
      client.call(calls.listAuditLog, {
        query: { ...filter, $count: PAGE, ...(pageParam !== null && { $after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : page.at(-1)?.id),
  });
}

/** Everyone who can be asked for, by name. */
export function useKnownPeople() {
  const client = useClient();
  return useQuery({
    queryKey: ['people', 'names'],
    queryFn: ({ signal }) => client.call(calls.listUsers, { query: { $count: MOST_PEOPLE }, signal }),
    staleTime: 300_000,
  });
}

/** The names of people and activity types by their ids, as far as they are known. */
export function useNames(): ReadonlyMap<string, string> {
  const client = useClient();
  const people = useKnownPeople().data;
  const types = useQuery({
    queryKey: ['activity-types'],
    queryFn: ({ signal }) => client.call(calls.listActivityTypes, { signal }),
    staleTime: 300_000,
  }).data;
  return useMemo(() => {
    const named = [...(people ?? []), ...(types?.activityTypes ?? [])];
    return new Map(named.map(({ id, name }) => [id.toLowerCase(), name]));
  }, [people, types]);
}
