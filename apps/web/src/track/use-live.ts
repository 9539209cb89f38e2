import type { Live } from '@stint/client/live';
import type { TrackingState } from '@stint/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { WEEKS_KEY } from '../weeks/weeks-key.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import type { TrackSnapshot } from './foresee.ts';
import { LIVE_KEY, TRACK_KEY } from './track-key.ts';

/** Milliseconds in which several changed worklogs become one look. */
const TOGETHER = 100;

/** Milliseconds that the live hub waits for the page to have come, each time. */
const PATIENCE = 3000;

/**
 * Keeps this page in step with everything that happens to the person's clock and worklogs, wherever it is done; to be used
 * once. While the live hub can't be reached, the clock is asked for instead (see `useTrack`).
 */
export function useLive(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    // When the code can't be fetched, the page goes on by asking.
    const connecting = connect(queryClient, ending.signal).catch(() => null);
    return () => {
      ending.abort();
      queryClient.setQueryData(LIVE_KEY, false);
      void connecting.then((connection) => connection?.stop());
    };
  }, [queryClient]);
}

async function connect(queryClient: QueryClient, signal: AbortSignal): Promise<Live | null> {
  await pageToBeCalm(queryClient);
  const { live } = await import('@stint/client/live');
  if (signal.aborted) return null;
  // Nobody observes it, and still it must be kept.
  queryClient.setQueryDefaults(LIVE_KEY, { gcTime: Number.POSITIVE_INFINITY });
  const show = (state: TrackingState) =>
    queryClient.setQueryData<TrackSnapshot>(TRACK_KEY, { state, receivedAt: performance.now() });
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function workLogsChanged(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void queryClient.invalidateQueries({ queryKey: WORKLOGS_KEY });
      // Booked time is part of the totals beside the clock.
      void queryClient.invalidateQueries({ queryKey: TRACK_KEY });
    }, TOGETHER);
  }

  /** Also whether a worklog can be changed hangs on its week. */
  function weeksChanged(): void {
    void queryClient.invalidateQueries({ queryKey: WEEKS_KEY });
    workLogsChanged();
  }

  return live({
    baseUrl: window.location.origin,
    version: '3.2',
    on: {
      trackingChanged: show,
      activityCheckEnded: show,
      workLogChanged: workLogsChanged,
      weeksChanged,
      settingsChanged(settings) {
        queryClient.setQueryData<TrackSnapshot>(
          TRACK_KEY,
          (known) => known && { ...known, state: { ...known.state, settings } },
        );
      },
    },
    onState(state) {
      if (signal.aborted) return;
      const wasOnline = queryClient.getQueryData(LIVE_KEY) === true;
      queryClient.setQueryData(LIVE_KEY, state === 'online');
      // Coming back, lists may lack what happened meanwhile; going, the clock is asked for, which tells what is wrong.
      if (state === 'online') weeksChanged();
      else if (wasOnline) void queryClient.invalidateQueries({ queryKey: TRACK_KEY });
    },
  });
}

/** What the page shows comes first: waits until nothing is being asked and the browser has time, at most some seconds. */
async function pageToBeCalm(queryClient: QueryClient): Promise<void> {
  const queries = queryClient.getQueryCache();
  await new Promise<void>((resolve) => {
    const end = () => {
      stopLooking();
      clearTimeout(patience);
      resolve();
    };
    const patience = setTimeout(end, PATIENCE);
    const look = () => {
      if (queryClient.isFetching() === 0) end();
    };
    const stopLooking = queries.subscribe(look);
    look();
  });
  await new Promise<void>((resolve) => {
    // Safari has none.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE });
    else setTimeout(resolve, TOGETHER);
  });
}
