/** A scale of a value axis: where its lines are, from the least to the greatest. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly least: number;
  readonly greatest: number;
}

/** The part of a chart in which values are drawn, in pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const HOUR = 3_600;
/** What a scale shows when all is 0. */
const smallest = { duration: HOUR, number: 1 } as const;
/** Steps of lengths that people count in, in seconds: from a minute to days. */
const DURATION_STEPS = [60, 300, 900, 1_800, HOUR, 2 * HOUR, 4 * HOUR, 5 * HOUR, 8 * HOUR];

/** A scale of round numbers for values from `least` to `greatest` with about `count` steps; 0 is always on it. Lengths are seconds. */
export function scaleOf(
  least: number,
  greatest: number,
  { count, unit }: { readonly count: number; readonly unit: 'duration' | 'number' },
): Scale {
  const low = Math.min(0, least);
  const high = Math.max(0, greatest) || (low === 0 ? smallest[unit] : 0);
  const rough = (high - low) / count;
  const step = unit === 'duration' ? durationStep(rough) : roundStep(rough);
  const from = Math.floor(low / step);
  const to = Math.max(Math.ceil(high / step), from + 1);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => clean((from + index) * step));
  return { ticks, least: ticks[0] ?? 0, greatest: ticks.at(-1) ?? 1 };
}

/** The least of 1, 2 and 5 times a power of ten that is not below a step. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((each) => each * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function durationStep(step: number): number {
  return DURATION_STEPS.find((each) => each >= step) ?? roundStep(step / HOUR) * HOUR;
}

/** Without what floating point adds: 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Where a value lies along a line of some length, from its beginning. */
export function along(scale: Scale, value: number, length: number): number {
  return ((value - scale.least) / (scale.greatest - scale.least)) * length;
}
