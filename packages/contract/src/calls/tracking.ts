import { Type } from 'typebox';
import { call } from '../call.ts';
import {
  AdjustBody,
  LatestAnswer,
  SearchAnswer,
  SearchBody,
  SearchByQueryBody,
  SelectedBody,
  StartTrackingBody,
  TrackAnswer,
  TrackingAnswer,
} from '../schemas/tracking.ts';

const track = { area: 'tracking', answer: TrackingAnswer } as const;

export const getCurrentTrack = call({
  ...track,
  id: 'getCurrentTrack',
  method: 'GET',
  path: '/current',
  aliases: [{ path: '/current/:$expand' }],
  summary: 'The state of the caller’s clock; `$expand=true` adds settings and totals.',
  query: Type.Object({ $expand: Type.Optional(Type.Boolean({ default: false })) }),
});

export const listLatestTracks = call({
  ...track,
  id: 'listLatestTracks',
  method: 'GET',
  path: '/latest',
  aliases: [{ path: '/latest/:$count' }],
  summary: 'The last worklogs, 20 by default.',
  query: Type.Object({ $count: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 20 })) }),
  answer: LatestAnswer,
});

export const selectTrack = call({
  ...track,
  id: 'selectTrack',
  method: 'POST',
  path: '/selected',
  summary: 'Sets what would be tracked next; starts nothing.',
  body: SelectedBody,
  answer: TrackAnswer,
});

export const startTracking = call({
  ...track,
  id: 'startTracking',
  method: 'POST',
  path: '/startTracking',
  summary: 'Starts the clock; a running track is stopped and booked first.',
  body: StartTrackingBody,
});

export const stopTracking = call({
  ...track,
  id: 'stopTracking',
  method: 'POST',
  path: '/stopTracking',
  aliases: [{ path: '/stopTracking/:$reason' }],
  summary: 'Stops the clock and books the time; reason 0 the person, 1 the machine.',
  query: Type.Object({ $reason: Type.Optional(Type.Integer({ minimum: 0, maximum: 1, default: 0 })) }),
});

export const adjustTrack = call({
  ...track,
  id: 'adjustTrack',
  method: 'POST',
  path: '/adjust',
  summary: 'Changes what the running track is about.',
  body: AdjustBody,
});

export const answerActivityCheck = call({
  ...track,
  id: 'answerActivityCheck',
  method: 'POST',
  path: '/activityCheck',
  summary: 'The person is still there.',
});

export const postponeIdleCheck = call({
  ...track,
  id: 'postponeIdleCheck',
  method: 'POST',
  path: '/idleCheck/:$option',
  aliases: [{ path: '/idleCheck' }],
  summary: 'Asks again in one hour (0), tomorrow (1) or next Monday (2).',
  query: Type.Object({ $option: Type.Optional(Type.Integer({ minimum: 0, maximum: 2, default: 0 })) }),
});

export const searchWorkItems = call({
  ...track,
  id: 'searchWorkItems',
  method: 'POST',
  path: '/search',
  effect: 'read',
  summary: 'Work items by number or words of the title, in groups; the body is the bare text.',
  body: SearchBody,
  answer: SearchAnswer,
});

export const searchWorkItemsByQuery = call({
  ...track,
  id: 'searchWorkItemsByQuery',
  method: 'POST',
  path: '/searchByQuery',
  effect: 'read',
  summary: 'The same, with the text in a field.',
  body: SearchByQueryBody,
  answer: SearchAnswer,
});
