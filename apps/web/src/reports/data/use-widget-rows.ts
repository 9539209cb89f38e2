import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readODataUpTo } from '../../api/odata.ts';
import { WORKLOGS_KEY } from '../../worklogs/worklogs-key.ts';
import type { ReportRow } from './rows.ts';

/** Rows of one widget at most: more help nobody on a page, and the files have all. */
export const MOST_ROWS = 5_000;

/** The rows at an address of the reporting service; fetched anew when time changes. */
export function useWidgetRows(address: string) {
  return useQuery({
    queryKey: [...WORKLOGS_KEY, 'report', address],
    queryFn: ({ signal }) => readODataUpTo<ReportRow>(address, signal, MOST_ROWS),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
}
