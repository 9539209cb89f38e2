import { CategoryAxis, ValueAxis } from '../../components/charts/axes.tsx';
import { planLabels, widthOf } from '../../components/charts/axis-labels.ts';
import { ChartFrame, type ChartPoint, type Drawing } from '../../components/charts/chart-frame.tsx';
import type { ChartData } from './chart-data.ts';
import { extentOf, uprightBars } from './geometry.ts';
import { ownColour, seriesColour } from './palette.ts';
import { type Plot, scaleOf } from '../../components/charts/scale.ts';
import type { Size } from '../../components/charts/use-size.ts';
import type { ChartWords } from './words.ts';
import { colours } from '@stint/ui';

export interface ChartProps {
  readonly label: string;
  readonly data: ChartData;
  readonly words: ChartWords;
}

/** Upright bars over categories or days. */
export function ColumnsChart({ label, data, words }: ChartProps) {
  return <ChartFrame drawing={(size) => drawingOf(data, words, size)} label={label} />;
}

function drawingOf(data: ChartData, words: ChartWords, size: Size): Drawing {
  const { scale, plot, plan, names } = uprightPlot(data, words, size);
  const bars = uprightBars(data, scale, plot);
  const band = plot.width / Math.max(1, names.length);
  return {
    points: pointsOf(data, words, names, (index) => ({
      x: plot.left + band * (index + 0.5),
      y: Math.min(
        plot.top + plot.height,
        ...bars.filter(({ category }) => category === index).map(({ y }) => y),
      ),
    })),
    at: (x, y) => categoryAt(plot, names.length, x, y),
    draw: (active) => (
      <>
        {active !== null && (
          <rect
            fill={colours.soft}
            height={plot.height}
            width={band}
            x={plot.left + band * active}
            y={plot.top}
          />
        )}
        <ValueAxis plot={plot} scale={scale} write={words.value} />
        {bars.map(({ category, series, x, y, width, height }) => (
          <rect
            fill={colourOf(data, category, series)}
            height={height}
            key={`${category} ${series}`}
            rx={Math.min(2, width / 2)}
            width={width}
            x={x}
            y={y}
          />
        ))}
        <CategoryAxis names={names} plan={plan} plot={plot} />
      </>
    ),
  };
}

/** The room and the scale of a chart whose values go upwards. */
export function uprightPlot(data: ChartData, words: ChartWords, { width, height }: Size) {
  const { least, greatest } = extentOf(data);
  const scale = scaleOf(least, greatest, { count: Math.max(2, Math.floor(height / 48)), unit: data.unit });
  const left = Math.max(...scale.ticks.map((tick) => widthOf(words.value(tick)))) + 14;
  const names = data.categories.map(words.category);
  const inner = width - left - 8;
  const plan = planLabels(names, inner / Math.max(1, names.length), data.isByDate);
  const plot: Plot = { left, top: 8, width: inner, height: Math.max(20, height - plan.height - 8) };
  return { scale, plot, plan, names };
}

/** The points of a chart: each category with its values. */
export function pointsOf(
  data: ChartData,
  words: ChartWords,
  names: readonly string[],
  place: (index: number) => { readonly x: number; readonly y: number },
): ChartPoint[] {
  return names.map((name, index) => ({
    name,
    ...place(index),
    lines: data.series.flatMap(({ name: series, values }, at) => {
      const value = values[index] ?? null;
      const colour = colourOf(data, index, at);
      return value === null ? [] : [{ name: series, value: words.value(value), colour }];
    }),
  }));
}

/** Which category lies at a place of a plot; null beside it. */
export function categoryAt(plot: Plot, count: number, x: number, y: number): number | null {
  const isWithin = y >= plot.top && y <= plot.top + plot.height + 30;
  const index = Math.floor(((x - plot.left) / plot.width) * count);
  return isWithin && index >= 0 && index < count ? index : null;
}

/** A category’s own colour where there is one series only, else that of the series. */
export function colourOf({ series, colours: own }: ChartData, category: number, index: number): string {
  return series.length === 1 ? ownColour(own[category] ?? '', 0) : seriesColour(index);
}
