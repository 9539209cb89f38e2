import { openCrowd } from '../hub/crowd.ts';
import { broadcastRate, callCost, callRate, pushDelay } from '../hub/measure.ts';
import { atLeast, type Figure, milliseconds, perSecond, within } from '../report/line.ts';
import { compare } from '../report/rounds.ts';

const CONNECTIONS = 5_000;
const ROUNDS = 7;
const BROADCASTS = 10;
const PUSHES = 1_000;
const CALLERS = 32;
const SECONDS = 0.7;
const MOST_BYTES = 20 * 1024;

/** The hub with many open connections, against bare WebSockets that send the same bytes. */
export async function* hub(): AsyncGenerator<Figure> {
  const ours = await openCrowd(new URL('../hub/ours.ts', import.meta.url), CONNECTIONS);
  const raw = await openCrowd(new URL('../hub/raw.ts', import.meta.url), CONNECTIONS);
  try {
    yield {
      name: `hub: memory of each of ${CONNECTIONS}`,
      ours: kilobytes(ours.bytesEach),
      anchor: kilobytes(raw.bytesEach),
      ratio: raw.bytesEach / ours.bytesEach,
      target: { text: '≤ 20 KB', isMet: ours.bytesEach <= MOST_BYTES },
    };
    const pushes = await compare(
      3,
      () => pushDelay(ours, PUSHES),
      () => pushDelay(raw, PUSHES),
    );
    yield {
      name: 'hub: push to one user, p99',
      ours: milliseconds(pushes.ours),
      anchor: milliseconds(pushes.anchor),
      ratio: 1 / pushes.ratio,
      target: within(pushes.ours, 50),
    };
    const broadcasts = await compare(
      ROUNDS,
      () => broadcastRate(ours, BROADCASTS),
      () => broadcastRate(raw, BROADCASTS),
    );
    yield { name: 'hub: broadcast to all', ...rates(broadcasts, 0.7) };
    const calls = await compare(
      2 * ROUNDS + 1,
      () => callRate(ours, CALLERS, SECONDS),
      () => callRate(raw, CALLERS, SECONDS),
    );
    yield { name: `hub: calls, ${CALLERS} at a time`, ...rates(calls, 0.6) };
    const costs = await compare(
      ROUNDS,
      () => callCost(ours, CALLERS, SECONDS),
      () => callCost(raw, CALLERS, SECONDS),
    );
    const ratio = 1 / costs.ratio;
    yield {
      name: 'hub: processor time of a call',
      ours: microseconds(costs.ours),
      anchor: microseconds(costs.anchor),
      ratio,
      target: atLeast(ratio, 0.6),
    };
  } finally {
    await Promise.all([ours.close(), raw.close()]);
  }
}

function rates(
  { ours, anchor, ratio }: Awaited<ReturnType<typeof compare>>,
  least: number,
): Omit<Figure, 'name'> {
  return { ours: perSecond(ours), anchor: perSecond(anchor), ratio, target: atLeast(ratio, least) };
}

function microseconds(time: number): string {
  return `${time.toFixed(1)} µs`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
