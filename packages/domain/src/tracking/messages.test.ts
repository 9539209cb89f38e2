import { expect, test } from 'vitest';
import { stoppedMessage } from './messages.ts';
import { STOPPED_TRACK_TYPE, type StoppedTrackType } from './state.ts';

test.each<[StoppedTrackType, string]>([
  [STOPPED_TRACK_TYPE.tracking, 'running'],
  [STOPPED_TRACK_TYPE.activityCheck, 'activity check'],
  [STOPPED_TRACK_TYPE.ping, 'connection'],
  [STOPPED_TRACK_TYPE.clientCondition, 'locked, idle or asleep'],
  [STOPPED_TRACK_TYPE.longestTrack, 'longest single track'],
  [STOPPED_TRACK_TYPE.idle, 'No track is running'],
  [STOPPED_TRACK_TYPE.concurrency, 'another one was started'],
])('why no track runs (%i) is told in words: %s', (type, words) => {
  expect(stoppedMessage(type)).toContain(words);
});
