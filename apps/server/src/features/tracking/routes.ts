import { calls } from '@stint/contract';
import { toSevenDigits } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import { stateOf, trackOf, withData } from './answer.ts';
import type { Tracking } from './service.ts';
import type { LatestRow } from './store.ts';

/** The calls under /api/tracking/client that are about the clock (api.md 4). */
export function trackingRoutes({ router }: Pick<Dependencies, 'router'>, tracking: Tracking): void {
  router.handle(calls.getCurrentTrack, async (asked) => stateOf(await tracking.current(asked), asked));

  router.handle(calls.listLatestTracks, async (asked) => {
    const workLogs = (await tracking.latest(asked, asked.query.$count ?? 20)).map(latestOf);
    return withData({ count: workLogs.length, workLogs });
  });

  router.handle(calls.selectTrack, async (asked) =>
    withData(trackOf(await tracking.select(asked, asked.body), asked)),
  );

  router.handle(calls.startTracking, async (asked) =>
    stateOf(await tracking.start(asked, asked.body), asked),
  );

  router.handle(calls.stopTracking, async (asked) => {
    const reason = asked.query.$reason === 1 ? 1 : 0;
    return stateOf(await tracking.stop(asked, reason), asked);
  });

  router.handle(calls.adjustTrack, async (asked) => stateOf(await tracking.adjust(asked, asked.body), asked));

  router.handle(calls.answerActivityCheck, async (asked) =>
    stateOf(await tracking.answerActivityCheck(asked), asked),
  );

  router.handle(calls.postponeIdleCheck, async (asked) => {
    const { $option } = asked.query;
    const until = $option === 1 || $option === 2 ? $option : 0;
    return stateOf(await tracking.postponeIdleCheck(asked, until), asked);
  });
}

function latestOf({ id, remark, start, end, periodLength, activityTypeId, workItem }: LatestRow) {
  const [startTime, endTime] = [toSevenDigits(start), toSevenDigits(end)];
  return { id, remark, startTime, endTime, periodLength, activityTypeId, workItem };
}
