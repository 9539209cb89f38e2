import { calls } from '@stint/contract';
import type { LabelledWorkItem } from '@stint/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../api/client.ts';
import { readOData } from '../api/odata.ts';
import { colourOfType } from './type-colours.ts';
import { WORKLOGS_KEY } from './worklogs-key.ts';

const AT_ONCE = 100;
const LATEST = 100;

interface WorkItemRow {
  readonly System_Id: number;
  readonly System_Title: string;
  readonly System_WorkItemType: string;
}

/**
 * The work items with these ids, as far as they are known. Worklogs carry the id only (api.md 3.2); titles and types come from the
 * reporting service, the colours of types from the latest tracks.
 */
export function useWorkItems(ids: readonly number[]): ReadonlyMap<number, LabelledWorkItem> {
  const client = useClient();
  const wanted = [...new Set(ids)].sort((a, b) => a - b);
  const rows = useQuery({
    queryKey: ['work-items', wanted],
    queryFn: ({ signal }) => readWorkItems(wanted, signal),
    enabled: wanted.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const latest = useQuery({
    queryKey: [...WORKLOGS_KEY, 'work-items', LATEST],
    queryFn: ({ signal }) => client.call(calls.listLatestTracks, { query: { $count: LATEST }, signal }),
    staleTime: 60_000,
  });
  return useMemo(() => {
    const seen = new Map<string, string>();
    for (const { workItem } of latest.data?.workLogs ?? [])
      if (workItem) seen.set(workItem.type, workItem.color);
    const labels = (rows.data ?? []).map((row) => ({
      id: row.System_Id,
      title: row.System_Title,
      color: colourOfType(row.System_WorkItemType, seen),
    }));
    return new Map(labels.map((label) => [label.id, label]));
  }, [rows.data, latest.data]);
}

async function readWorkItems(ids: readonly number[], signal: AbortSignal): Promise<WorkItemRow[]> {
  const found: WorkItemRow[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE).join(',');
    const select = 'System_Id,System_Title,System_WorkItemType';
    found.push(
      ...(await readOData<WorkItemRow>(`workItems?$select=${select}&$filter=System_Id in (${some})`, signal)),
    );
  }
  return found;
}
