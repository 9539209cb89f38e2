import { calls } from '@stint/contract';
import type { TrackSubject } from '@stint/ui';
import { useCallback } from 'react';
import { useClient } from '../api/client.ts';

/** Gives the subject of the last worklog, to go on with it; null when there is none. */
export function useLastSubject(): () => Promise<TrackSubject | null> {
  const client = useClient();
  return useCallback(async () => {
    const [last] = (await client.call(calls.listLatestTracks, { query: { $count: 1 } })).workLogs;
    if (!last) return null;
    const { workItem, remark, activityTypeId } = last;
    return { workItem, workItemId: workItem?.id ?? null, comment: remark, activityTypeId };
  }, [client]);
}
