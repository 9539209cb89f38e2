import type { AnswerOf, BodyOf, calls, QueryOf } from '@stint/contract';

type Answer<Name extends keyof typeof calls> = Promise<AnswerOf<(typeof calls)[Name]>>;
type Body<Name extends keyof typeof calls> = BodyOf<(typeof calls)[Name]>;
type Option<Name extends keyof typeof calls, Key extends keyof QueryOf<(typeof calls)[Name]>> = QueryOf<
  (typeof calls)[Name]
>[Key];

/** The methods of the hub: the tracking calls, with the same fields and the same answers. */
export interface LiveMethods {
  current(): Answer<'getCurrentTrack'>;
  latest(count?: Option<'listLatestTracks', '$count'>): Answer<'listLatestTracks'>;
  selected(body: Body<'selectTrack'>): Answer<'selectTrack'>;
  startTracking(body: Body<'startTracking'>): Answer<'startTracking'>;
  /** 0 the person, 1 the machine. */
  stopTracking(reason?: 0 | 1): Answer<'stopTracking'>;
  adjust(body: Body<'adjustTrack'>): Answer<'adjustTrack'>;
  activityCheck(): Answer<'answerActivityCheck'>;
  /** Again in one hour (0), tomorrow (1) or next Monday (2). */
  idleCheck(option: 0 | 1 | 2): Answer<'postponeIdleCheck'>;
  search(query: string | number): Answer<'searchWorkItems'>;
  /** From the first ping on, silence stops the track that this credential started. */
  ping(): Answer<'getCurrentTrack'>;
}

/** Types calls of the hub; `invoke` rejects when there is no connection, or with the server's sentence when it refuses. */
export function liveMethods(invoke: (method: string, ...args: unknown[]) => Promise<unknown>): LiveMethods {
  const method =
    (name: string) =>
    (...args: unknown[]) =>
      invoke(name, ...args);
  return {
    current: method('current'),
    latest: method('latest'),
    selected: method('selected'),
    startTracking: method('startTracking'),
    stopTracking: method('stopTracking'),
    adjust: method('adjust'),
    activityCheck: method('activityCheck'),
    idleCheck: method('idleCheck'),
    search: method('search'),
    ping: method('ping'),
  } as LiveMethods;
}
