import { seconds, type TrackingSettings } from '@stint/domain';
import type { Organization } from '../../identity/organizations.ts';

/**
 * The organization's rules as the tracking machine reads them, in seconds. During maintenance no device can connect, and so
 * none is waited for.
 */
export function rulesOf({
  settings,
  reachableSince,
}: Pick<Organization, 'settings' | 'reachableSince'>): TrackingSettings {
  const isReachable = settings.operation !== 'maintenance';
  return {
    activityCheckEvery: orOff(settings.activityCheckEvery),
    activityCheckAnswerWithin: seconds(settings.activityCheckAnswerWithin),
    longestTrack: orOff(settings.longestTrack),
    connectionGrace: isReachable ? orOff(settings.connectionGrace) : null,
    reachableSince,
    leastLength: seconds(settings.leastLength),
    idleCheckEvery: orOff(settings.idleCheckEvery),
  };
}

function orOff(length: number | null): TrackingSettings['longestTrack'] {
  return length === null ? null : seconds(length);
}
