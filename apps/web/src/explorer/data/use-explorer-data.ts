import { calls } from '@stint/contract';
import { useFormats } from '@stint/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../../api/client.ts';
import { readOData } from '../../api/odata.ts';
import { WORKLOGS_KEY } from '../../worklogs/worklogs-key.ts';
import type { View } from '../view/view.ts';
import { conditionOf, groupsAddress, totalsAddress } from './addresses.ts';
import { groupsOf } from './groups.ts';
import { type SumsAnswer, sumsOf } from './rows.ts';

/** The beginning of the keys of everything that the page reads. */
export const EXPLORER_KEY = [...WORKLOGS_KEY, 'explorer'] as const;

/** Groups are fetched in pages of this size. */
export const LARGE_PAGE = 10_000;

/** The condition of the worklogs that a view shows. */
export function useCondition(view: View): string {
  const { today, settings } = useFormats();
  const day = today();
  const { firstDay } = settings.weekRules;
  return useMemo(() => conditionOf(view.filters, { today: day, firstDay }), [view.filters, day, firstDay]);
}

/** What all worklogs of a condition add up to; while another condition is asked, the sums of before stay. */
export function useTotals(condition: string) {
  const address = totalsAddress(condition);
  return useQuery({
    queryKey: [...EXPLORER_KEY, address],
    queryFn: async ({ signal }) => sumsOf((await readOData<SumsAnswer>(address, signal))[0]),
    placeholderData: keepPreviousData,
  });
}

/** The groups of a view; undefined while they are fetched, empty for a view without groups. */
export function useGroups(condition: string, { groupBy, sort }: Pick<View, 'groupBy' | 'sort'>) {
  const { locale } = useFormats().settings;
  const address = groupsAddress(condition, groupBy);
  const query = useQuery({
    queryKey: [...EXPLORER_KEY, address],
    queryFn: ({ signal }) => readOData<SumsAnswer & Record<string, unknown>>(address, signal, LARGE_PAGE),
    enabled: groupBy.length > 0,
    placeholderData: (before, asked) => (asked?.queryKey.at(-1) === address ? before : undefined),
  });
  const groups = useMemo(
    () => query.data && groupsOf(query.data, groupBy, sort, locale),
    [query.data, groupBy, sort, locale],
  );
  return { ...query, data: groups };
}

/** The activity types of the organization. */
export function useActivityTypes() {
  const client = useClient();
  return useQuery({
    queryKey: ['activity-types'],
    queryFn: ({ signal }) => client.call(calls.listActivityTypes, { signal }),
    staleTime: 300_000,
  });
}

/** Open budgets by name, for those who may see them. */
export function useOpenBudgets(isAllowed: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: ['budgets', 'open'],
    queryFn: ({ signal }) => client.call(calls.listBudgets, { signal }),
    staleTime: 60_000,
    enabled: isAllowed,
  });
}
