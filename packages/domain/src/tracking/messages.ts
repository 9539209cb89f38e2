import { STOPPED_TRACK_TYPE, type StoppedTrackType } from './state.ts';

const MESSAGES: Readonly<Record<StoppedTrackType, string>> = {
  [STOPPED_TRACK_TYPE.tracking]: 'A track is running.',
  [STOPPED_TRACK_TYPE.activityCheck]:
    'The track was stopped at your last sign of life, because the activity check was not answered in time.',
  [STOPPED_TRACK_TYPE.ping]: 'The track was stopped when the connection to your device was lost.',
  [STOPPED_TRACK_TYPE.clientCondition]:
    'The track was stopped because your computer was locked, idle or asleep.',
  [STOPPED_TRACK_TYPE.longestTrack]:
    'The track was stopped because it reached the longest single track your organization allows.',
  [STOPPED_TRACK_TYPE.idle]: 'No track is running.',
  [STOPPED_TRACK_TYPE.concurrency]: 'The track was stopped because another one was started.',
};

/** Tells a person, in one sentence, why no track runs. */
export function stoppedMessage(type: StoppedTrackType): string {
  return MESSAGES[type];
}
