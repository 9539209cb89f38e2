import type { OrganizationSettings } from '@stint/contract';
import { seconds, type TrackingSettings } from '@stint/domain';

/** The organization's rules as the tracking machine reads them, in seconds. */
export function rulesOf(settings: OrganizationSettings): TrackingSettings {
  return {
    activityCheckEvery: orOff(settings.activityCheckEvery),
    activityCheckAnswerWithin: seconds(settings.activityCheckAnswerWithin),
    longestTrack: orOff(settings.longestTrack),
    connectionGrace: orOff(settings.connectionGrace),
    leastLength: seconds(settings.leastLength),
    idleCheckEvery: orOff(settings.idleCheckEvery),
  };
}

function orOff(length: number | null): TrackingSettings['longestTrack'] {
  return length === null ? null : seconds(length);
}
