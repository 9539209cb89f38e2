import type { ChartData, ChartSeries } from './chart-data.ts';
import { along, type Plot, type Scale } from '../../components/charts/scale.ts';

/** A rectangle in pixels from the upper left corner of the chart. */
export interface Bar {
  readonly category: number;
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDEST_BAR = 48;
/** How much of the room of a category its bars take. */
const FILL = 0.72;

/** The least and the greatest value of a chart, those of each lane added up. */
export function extentOf({ categories, series }: ChartData): { least: number; greatest: number } {
  let least = 0;
  let greatest = 0;
  for (const [index] of categories.entries()) {
    for (const lane of lanesOf(series)) {
      const values = lane.map(({ values: all }) => all[index] ?? 0);
      greatest = Math.max(greatest, sum(values.filter((value) => value > 0)));
      least = Math.min(least, sum(values.filter((value) => value < 0)));
    }
  }
  return { least, greatest };
}

/** The upright bars of a chart: lanes beside each other, series of one lane upon each other. */
export function uprightBars(data: ChartData, scale: Scale, plot: Plot): Bar[] {
  const zero = plot.top + plot.height - along(scale, 0, plot.height);
  return bars(data, plot.width, (category, series, { start, width, from, to }) => {
    const [a, b] = [from, to].map((value) => plot.top + plot.height - along(scale, value, plot.height));
    const y = Math.min(a ?? zero, b ?? zero);
    return { category, series, x: plot.left + start, y, width, height: Math.abs((a ?? zero) - (b ?? zero)) };
  });
}

/** The lying bars of a chart, from its top down. */
export function lyingBars(data: ChartData, scale: Scale, plot: Plot): Bar[] {
  return bars(data, plot.height, (category, series, { start, width, from, to }) => {
    const [a = 0, b = 0] = [from, to].map((value) => plot.left + along(scale, value, plot.width));
    return {
      category,
      series,
      x: Math.min(a, b),
      y: plot.top + start,
      width: Math.abs(a - b),
      height: width,
    };
  });
}

interface Span {
  /** Where the bar begins along the axis of categories. */
  readonly start: number;
  readonly width: number;
  /** The values between which it stands. */
  readonly from: number;
  readonly to: number;
}

function bars(
  { categories, series }: ChartData,
  length: number,
  made: (category: number, series: number, span: Span) => Bar,
): Bar[] {
  const lanes = lanesOf(series);
  const band = length / Math.max(1, categories.length);
  const width = Math.min(WIDEST_BAR, (band * FILL) / Math.max(1, lanes.length));
  const result: Bar[] = [];
  for (const [category] of categories.entries()) {
    const first = band * category + (band - width * lanes.length) / 2;
    for (const [index, lane] of lanes.entries()) {
      let [above, below] = [0, 0];
      for (const each of lane) {
        const value = each.values[category] ?? 0;
        if (value === 0) continue;
        const from = value > 0 ? above : below;
        const to = from + value;
        if (value > 0) above = to;
        else below = to;
        const span = { start: first + width * index, width: Math.max(1, width - 1), from, to };
        result.push(made(category, series.indexOf(each), span));
      }
    }
  }
  return result;
}

function lanesOf(series: readonly ChartSeries[]): ChartSeries[][] {
  const lanes = new Map<number, ChartSeries[]>();
  for (const each of series) lanes.set(each.lane, [...(lanes.get(each.lane) ?? []), each]);
  return [...lanes.values()];
}

/** The points of a line; null breaks it. Its first and last point stand in the middle of their category’s room. */
export function linePoints(
  { values }: ChartSeries,
  scale: Scale,
  plot: Plot,
): ({ readonly x: number; readonly y: number } | null)[] {
  const band = plot.width / Math.max(1, values.length);
  return values.map((value, index) =>
    value === null
      ? null
      : {
          x: plot.left + band * (index + 0.5),
          y: plot.top + plot.height - along(scale, value, plot.height),
        },
  );
}

/** The `d` of a path through points, begun anew after each gap. */
export function pathThrough(points: readonly ({ readonly x: number; readonly y: number } | null)[]): string {
  return points
    .map((point, index) =>
      point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`,
    )
    .join('');
}

/** The `d` of a slice of a ring between two parts of a turn (0 at the top, clockwise). */
export function slicePath(
  [x, y]: readonly [number, number],
  radius: number,
  inner: number,
  [from, to]: readonly [number, number],
): string {
  // A whole turn would begin where it ends, and be nothing.
  const end = Math.min(to, from + 0.999_5);
  const at = (turn: number, distance: number) =>
    `${round(x + distance * Math.sin(turn * 2 * Math.PI))} ${round(y - distance * Math.cos(turn * 2 * Math.PI))}`;
  const isLarge = end - from > 0.5 ? 1 : 0;
  const outside = `M${at(from, radius)}A${radius} ${radius} 0 ${isLarge} 1 ${at(end, radius)}`;
  const inside =
    inner > 0 ? `L${at(end, inner)}A${inner} ${inner} 0 ${isLarge} 0 ${at(from, inner)}` : `L${x} ${y}`;
  return `${outside}${inside}Z`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
