import type { Client } from '@stint/client';
import { calls } from '@stint/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { newer, type TrackSnapshot } from './foresee.ts';
import { LIVE_KEY, TRACK_KEY } from './track-key.ts';

/** Milliseconds between questions while the live hub does not tell. */
const POLL_MILLISECONDS = 15_000;

/** The state of the clock: told by the live hub, else asked for now and then, and whenever the page comes to the front. */
export const trackQuery = (client: Client, queryClient: QueryClient) =>
  queryOptions({
    queryKey: TRACK_KEY,
    queryFn: async ({ signal }): Promise<TrackSnapshot> => {
      const answer = await client.call(calls.getCurrentTrack, { query: { $expand: true }, signal });
      return { state: answer.data, receivedAt: performance.now() };
    },
    staleTime: 1000,
    refetchInterval: () => (queryClient.getQueryData(LIVE_KEY) === true ? false : POLL_MILLISECONDS),
    refetchOnWindowFocus: 'always' as const,
    structuralSharing: (known, received) =>
      newer(known as TrackSnapshot | undefined, received as TrackSnapshot),
  });

/** Asks for the clock, where it is not known yet: while the code of the page is still on its way. */
export function askForTrack(client: Client, queryClient: QueryClient): void {
  // The track bar asks again when it did not come, and says so.
  queryClient.ensureQueryData(trackQuery(client, queryClient)).catch(() => undefined);
}
