/** A running length, known at one moment of a monotonic clock. */
export interface RunningClock {
  readonly lengthSeconds: number;
  /** The moment in milliseconds of `performance.now()`. */
  readonly at: number;
}

/** How far the server may differ before the shown time jumps to it; below it is only the way through the network. */
const TOLERANCE_SECONDS = 2;

/** The length in whole seconds at `now` (milliseconds of the same monotonic clock). */
export function lengthAt(clock: RunningClock, now: number): number {
  return Math.max(0, Math.floor(clock.lengthSeconds + (now - clock.at) / 1000));
}

/** Takes the server's length over when it really differs (after sleep, an adjustment); small differences must not make seconds jump. */
export function resync(clock: RunningClock | null, lengthSeconds: number, now: number): RunningClock {
  if (clock === null) return { lengthSeconds, at: now };
  const shown = clock.lengthSeconds + (now - clock.at) / 1000;
  return Math.abs(shown - lengthSeconds) < TOLERANCE_SECONDS ? clock : { lengthSeconds, at: now };
}

/** Milliseconds until the shown second changes. */
export function untilNextSecond(clock: RunningClock, now: number): number {
  const shown = clock.lengthSeconds * 1000 + (now - clock.at);
  return 1000 - (((shown % 1000) + 1000) % 1000);
}
