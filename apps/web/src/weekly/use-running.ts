import { type Instant, instant } from '@stint/domain';
import { useRunningLength } from '@stint/ui';
import { useMemo } from 'react';
import { isRunning } from '../track/foresee.ts';
import { useTrack } from '../track/use-track.ts';

/** The running track as the calendar shows it. */
export interface Running {
  readonly since: Instant;
  readonly color: string;
  /** Number and title of the work item, or the comment. */
  readonly what: string;
}

/** The running track; null while none runs. */
export function useRunning(): Running | null {
  const { data } = useTrack();
  return useMemo(() => {
    if (!data || !isRunning(data.state.track)) return null;
    const { workItem, tfsId, remark, currentTrackLength } = data.state.track;
    const received = Date.now() - (performance.now() - data.receivedAt);
    return {
      since: instant(received - currentTrackLength * 1000),
      color: workItem?.color ?? '',
      what: workItem ? `${workItem.id} ${workItem.title}` : remark || String(tfsId ?? ''),
    };
  }, [data]);
}

/** How long the track runs, in seconds, every second anew. */
export function useRunningClock(): number {
  const { data } = useTrack();
  const server = useMemo(() => {
    if (!data || !isRunning(data.state.track)) return null;
    const { currentTrackLength, currentTrackStartedDateTime } = data.state.track;
    return {
      trackKey: currentTrackStartedDateTime ?? 'starting',
      lengthSeconds: currentTrackLength,
      receivedAt: data.receivedAt,
    };
  }, [data]);
  return useRunningLength(server);
}
