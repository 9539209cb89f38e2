import type { HubConnection } from '@microsoft/signalr';
import type { TrackingState } from '@stint/contract';
import type { LivePushes } from './pushes.ts';

/** Hands pushes on, but no state that is older than one before (api.md 4, `timestamp`). `heard` takes a state that was asked for. */
export function relayPushes(
  connection: Pick<HubConnection, 'on'>,
  on: Partial<LivePushes>,
): { heard: (state: TrackingState) => void } {
  let latest = 0;
  const unlessOlder = (hand: ((state: TrackingState) => void) | undefined) => (state: TrackingState) => {
    if (state.timestamp < latest) return;
    latest = state.timestamp;
    hand?.(state);
  };
  const heard = unlessOlder(on.trackingChanged);
  connection.on('trackingChanged', heard);
  connection.on('activityCheckEnded', unlessOlder(on.activityCheckEnded));
  connection.on('workLogChanged', (id: string | null, kind: string) => on.workLogChanged?.(id, kind));
  connection.on('weeksChanged', () => on.weeksChanged?.());
  connection.on('activityCheckStarted', (seconds: number) => on.activityCheckStarted?.(seconds));
  connection.on('settingsChanged', (settings: TrackingState['settings']) => on.settingsChanged?.(settings));
  connection.on('disconnected', (reason: string) => on.disconnected?.(reason));
  return { heard };
}
