import { type BodyOf, type Call, calls, type QueryOf, type SearchAnswer } from '@stint/contract';
import { toSevenDigits } from '@stint/domain';
import type { Principal } from '../../identity/principals.ts';
import { stateOf, trackOf } from './answer.ts';
import type { Asking, WorkItemSearch } from './parts.ts';
import type { Tracking } from './service.ts';
import type { LatestRow } from './store.ts';

/** A request that was read and checked, whichever way it came: REST or the live hub. */
export interface TrackingAsked<C extends Call = Call> extends Asking {
  query: QueryOf<C>;
  body: BodyOf<C>;
  /** `2.1` … `3.3-beta`. */
  version: string;
}

/** A call about the clock, and the one function that answers it. */
export interface TrackingCall {
  call: Call;
  readonly answer: (asked: TrackingAsked) => Promise<object>;
}

/** Every call under /api/tracking/client by its name there (api.md 4). */
export function trackingCalls(tracking: Tracking, workItems: WorkItemSearch) {
  return {
    current: answering(calls.getCurrentTrack, async (asked) => stateOf(await tracking.current(asked), asked)),

    latest: answering(calls.listLatestTracks, async (asked) => {
      const workLogs = (await tracking.latest(asked, asked.query.$count ?? 20)).map(latestOf);
      return { count: workLogs.length, workLogs };
    }),

    selected: answering(calls.selectTrack, async (asked) =>
      trackOf(await tracking.select(asked, asked.body), asked),
    ),

    startTracking: answering(calls.startTracking, async (asked) =>
      stateOf(await tracking.start(asked, asked.body, deviceOf(asked.principal)), asked),
    ),

    stopTracking: answering(calls.stopTracking, async (asked) => {
      const reason = asked.query.$reason === 1 ? 1 : 0;
      return stateOf(await tracking.stop(asked, reason), asked);
    }),

    adjust: answering(calls.adjustTrack, async (asked) =>
      stateOf(await tracking.adjust(asked, asked.body), asked),
    ),

    activityCheck: answering(calls.answerActivityCheck, async (asked) =>
      stateOf(await tracking.answerActivityCheck(asked), asked),
    ),

    idleCheck: answering(calls.postponeIdleCheck, async (asked) => {
      const { $option } = asked.query;
      const until = $option === 1 || $option === 2 ? $option : 0;
      return stateOf(await tracking.postponeIdleCheck(asked, until), asked);
    }),

    search: answering(calls.searchWorkItems, async (asked) => search(asked, String(asked.body))),

    searchByQuery: answering(calls.searchWorkItemsByQuery, async (asked) =>
      search(asked, String(asked.body.query ?? '')),
    ),
  } satisfies Record<string, TrackingCall>;

  async function search(
    { db, organization, principal }: Asking,
    query: string,
  ): Promise<Omit<SearchAnswer, 'data'>> {
    const found = await workItems.search(db, organization, principal, query);
    return { query, count: found.length, workItems: found };
  }
}

/** The device that keeps a track alive by pings: an app is known by its credential, whichever connection it comes over. */
export function deviceOf({ credential }: Pick<Principal, 'credential'>): string {
  return credential.id;
}

function answering<C extends Call>(
  call: C,
  answer: (asked: TrackingAsked<C>) => Promise<object>,
): TrackingCall {
  return { call, answer };
}

function latestOf({ id, remark, start, end, periodLength, activityTypeId, workItem }: LatestRow) {
  const [startTime, endTime] = [toSevenDigits(start), toSevenDigits(end)];
  return { id, remark, startTime, endTime, periodLength, activityTypeId, workItem };
}
