import type { Track, TrackingState } from '@stint/contract';
import {
  currentTrackLength,
  type Instant,
  offsetMinutes,
  secondsLeft,
  toSevenDigits,
  toTicks,
  toWallTimeAtOffset,
  type TrackingStatus,
} from '@stint/domain';
import { clientSettingsOf } from './client-settings.ts';
import { dayIn } from './day.ts';
import type { Asking } from './parts.ts';
import { shownDetails } from './record.ts';
import { rulesOf } from './rules.ts';
import type { Shown } from './service.ts';
import { withRunning } from './totals.ts';
import { defaultActivityTypeOf } from '../worklogs/activity-type.ts';

/** Who reads the answer, and in which version of the API. */
export type Reader = Pick<Asking, 'organization' | 'principal'> & { version: string };

/** Version 2.1 writes a state as its place in this list (api.md 4). */
const STATUS_NUMBERS: readonly TrackingStatus[] = [
  'tracking',
  'idle',
  'idleCheck',
  'activityCheck',
  'clientInputRequired',
];

/** The state that every tracking call answers (api.md 4). */
export function stateOf(shown: Shown, reader: Reader): TrackingState {
  const timestamp = toTicks(shown.view.record.stamp);
  return {
    track: trackOf(shown, reader),
    trackSettings: {
      isTrackingStartAllowed: reader.organization.settings.operation === 'active',
      responseState: shown.notice?.level ?? 'OK',
      responseMessage: shown.notice?.message ?? null,
    },
    settings: clientSettingsOf(reader, timestamp),
    timestamp,
  };
}

/** One person's track: lengths in seconds, times on the wall clock of the track's time zone. */
export function trackOf({ view, now }: Shown, { organization, principal, version }: Reader): Track {
  const { tracking } = view.record;
  const { run } = tracking;
  const details = shownDetails(tracking);
  const totals = withRunning(view, view.record, now, dayIn(principal.timeZone, now));
  const minutesEast = run?.timeZoneMinutes ?? offsetMinutes(principal.timeZone, now);
  const local = (at: Instant) => toSevenDigits(toWallTimeAtOffset(at, minutesEast));
  return {
    tfsId: details?.workItemId ?? null,
    remark: details?.comment ?? '',
    activityTypeId:
      details?.activityTypeId ?? defaultActivityTypeOf(principal.defaultActivityTypeId, organization),
    workItem: view.workItem,
    trackingState: version === '2.1' ? STATUS_NUMBERS.indexOf(tracking.status) : tracking.status,
    stoppedTrackType: tracking.stoppedTrackType,
    activityCheck: {
      isRunning: tracking.status === 'activityCheck',
      secondsLeft: secondsLeft(tracking, rulesOf(organization), now),
    },
    currentTrackLength: currentTrackLength(tracking, now),
    totalMeTodayLength: totals.today,
    totalMeLength: totals.mine,
    totalTeamLength: totals.team,
    trackAdjustmentLength: 0,
    currentTrackStartedDateTime: run ? local(run.startedAt) : null,
    trackStatusChangeDate: local(tracking.statusChangedAt),
    trackTimeZone: minutesEast,
    workLogId: run?.workLogId ?? view.record.lastWorkLogId,
  };
}
