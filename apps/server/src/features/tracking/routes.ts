import type { Dependencies } from '../../dependencies.ts';
import type { TrackingCall } from './calls.ts';
import { answerTwice } from './write-twice.ts';

/** Serves the calls under /api/tracking/client (api.md 4). */
export function trackingRoutes(
  { router }: Pick<Dependencies, 'router'>,
  calls: Readonly<Record<string, TrackingCall>>,
): void {
  for (const { call, answer } of Object.values(calls)) {
    router.handle(call, async (asked) => answerTwice(asked.reply, await answer(asked)));
  }
}
