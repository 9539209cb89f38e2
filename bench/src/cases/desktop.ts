import { measureLiveDelays } from '@stint/desktop/live-delay';
import { type Figure, milliseconds, within } from '../report/line.ts';
import { median, percentile } from '../report/statistics.ts';

const ROUNDS = 50;
const MOST_MILLISECONDS = 300;

/**
 * What a person does in a browser until the desktop's window shows it: click, request, transaction, push of the hub, the app's core, its
 * window's next frame. The desktop app runs in the lab, on Chromium under Xvfb.
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
}
