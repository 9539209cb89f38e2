import { calls, type TrackingAnswer } from '@stint/contract';
import { toSevenDigits } from '@stint/domain';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { type Reader, stateOf, trackOf } from './answer.ts';
import type { Shown, Tracking } from './service.ts';
import type { LatestRow } from './store.ts';
import { answerTwice } from './write-twice.ts';

/** The calls under /api/tracking/client that are about the clock (api.md 4). */
export function trackingRoutes({ router }: Pick<Dependencies, 'router'>, tracking: Tracking): void {
  router.handle(calls.getCurrentTrack, async (asked) => answerState(asked, await tracking.current(asked)));

  router.handle(calls.listLatestTracks, async (asked) => {
    const workLogs = (await tracking.latest(asked, asked.query.$count ?? 20)).map(latestOf);
    return answerTwice(asked.reply, { count: workLogs.length, workLogs });
  });

  router.handle(calls.selectTrack, async (asked) =>
    answerTwice(asked.reply, trackOf(await tracking.select(asked, asked.body), asked)),
  );

  router.handle(calls.startTracking, async (asked) =>
    answerState(asked, await tracking.start(asked, asked.body)),
  );

  router.handle(calls.stopTracking, async (asked) => {
    const reason = asked.query.$reason === 1 ? 1 : 0;
    return answerState(asked, await tracking.stop(asked, reason));
  });

  router.handle(calls.adjustTrack, async (asked) =>
    answerState(asked, await tracking.adjust(asked, asked.body)),
  );

  router.handle(calls.answerActivityCheck, async (asked) =>
    answerState(asked, await tracking.answerActivityCheck(asked)),
  );

  router.handle(calls.postponeIdleCheck, async (asked) => {
    const { $option } = asked.query;
    const until = $option === 1 || $option === 2 ? $option : 0;
    return answerState(asked, await tracking.postponeIdleCheck(asked, until));
  });
}

function answerState(asked: Reader & Pick<Asked, 'reply'>, shown: Shown): TrackingAnswer {
  return answerTwice(asked.reply, stateOf(shown, asked));
}

function latestOf({ id, remark, start, end, periodLength, activityTypeId, workItem }: LatestRow) {
  const [startTime, endTime] = [toSevenDigits(start), toSevenDigits(end)];
  return { id, remark, startTime, endTime, periodLength, activityTypeId, workItem };
}
