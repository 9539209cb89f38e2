import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { readOData } from '../../api/odata.ts';
import type { View } from '../view/view.ts';
import { rowsAddress } from './addresses.ts';
import type { Line, Lines } from './lines.ts';
import type { ExplorerRow } from './rows.ts';
import { EXPLORER_KEY } from './use-explorer-data.ts';
import { WINDOW, windowsBetween } from './windows.ts';

/** Windows that nobody looks at are kept for so long, so that what is kept does not grow with what was scrolled through. */
const KEPT_MILLISECONDS = 30_000;

/** Lines of the grid, both in it. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface Rows {
  /** The worklog of a line; undefined while it is fetched. */
  readonly rowOf: (line: Extract<Line, { kind: 'row' }>) => ExplorerRow | undefined;
  /** Why worklogs could not be fetched; null when they were. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Fetches the worklogs of some lines by windows. Those that have left the range are dropped after a while, running fetches at once. */
export function useRows(
  lines: Lines,
  { columns, sort }: Pick<View, 'columns' | 'sort'>,
  { from, to }: LineRange,
): Rows {
  const windows = useMemo(() => windowsBetween(lines, from, to), [lines, from, to]);
  const combine = useCallback(
    (results: UseQueryResult<ExplorerRow[]>[]) => ({
      rows: new Map(
        windows.map(({ condition, number }, index) => [`${number} ${condition}`, results[index]?.data]),
      ),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      retry: () => {
        for (const { error, refetch } of results) if (error) void refetch();
      },
    }),
    [windows],
  );
  const { rows, error, retry } = useQueries({
    queries: windows.map(({ condition, number }) => {
      const range = { skip: number * WINDOW, top: WINDOW };
      const address = rowsAddress(condition, { columns, sort }, range);
      return {
        queryKey: [...EXPLORER_KEY, address],
        queryFn: ({ signal }: { signal: AbortSignal }) => readOData<ExplorerRow>(address, signal),
        staleTime: 30_000,
        gcTime: KEPT_MILLISECONDS,
      };
    }),
    combine,
  });
  const rowOf = useCallback(
    ({ run, offset }: Extract<Line, { kind: 'row' }>) =>
      rows.get(`${Math.floor(offset / WINDOW)} ${run.condition}`)?.[offset % WINDOW],
    [rows],
  );
  return { rowOf, error, retry };
}
