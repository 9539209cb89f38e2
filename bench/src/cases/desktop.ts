import { measureProcessorShare, measureReplay } from '@stint/desktop/figures';
import { measureLiveDelays } from '@stint/desktop/live-delay';
import { type Figure, milliseconds, within } from '../report/line.ts';
import { median, percentile } from '../report/statistics.ts';

const ROUNDS = 50;
const MOST_MILLISECONDS = 300;

const CHANGES = 1_000;
const MOST_REPLAY_MILLISECONDS = 5_000;

const SHARE_SECONDS = 60;
const MOST_SHARE = 0.01;

/**
 * What a person does in a browser until the desktop's window shows it: click, request, transaction, push of the hub, the app's core, its
 * window's next frame. The desktop app runs in the lab, on Chromium under Xvfb. Then what it takes to send what was done without a
 * connection, and what the app's main process takes while time is tracked.
 */
export async function* desktop(): AsyncGenerator<Figure> {
  const delays = await measureLiveDelays(ROUNDS);
  for (const [name, values] of Object.entries(delays)) {
    const p95 = percentile(values, 0.95);
    yield {
      name: `desktop: ${name} on the web to paint, p95`,
      ours: `${milliseconds(p95)} (median ${milliseconds(median(values))})`,
      anchor: '–',
      ratio: null,
      target: within(p95, MOST_MILLISECONDS),
    };
  }
  const replay = await measureReplay(CHANGES);
  yield {
    name: `desktop: ${CHANGES} changes made without a connection are sent`,
    ours: milliseconds(replay),
    anchor: '–',
    ratio: null,
    target: within(replay, MOST_REPLAY_MILLISECONDS),
  };
  const share = await measureProcessorShare(SHARE_SECONDS);
  yield {
    name: 'desktop: main process while tracking',
    ours: `${(share * 100).toFixed(2)} % of a processor`,
    anchor: '–',
    ratio: null,
    target: { text: '≤ 1 %', isMet: share <= MOST_SHARE },
  };
}
