import { colours } from '@stint/ui';
import { LyingCategoryAxis, LyingValueAxis } from '../../components/charts/axes.tsx';
import { widthOf } from '../../components/charts/axis-labels.ts';
import { ChartFrame, type Drawing } from '../../components/charts/chart-frame.tsx';
import type { ChartData } from './chart-data.ts';
import { type ChartProps, colourOf, pointsOf } from './columns-chart.tsx';
import { extentOf, lyingBars } from './geometry.ts';
import { type Plot, scaleOf } from '../../components/charts/scale.ts';
import type { Size } from '../../components/charts/use-size.ts';
import type { ChartWords } from './words.ts';

/** Lying bars, one row for each category. */
export function StackedBarChart({ label, data, words }: ChartProps) {
  return <ChartFrame drawing={(size) => drawingOf(data, words, size)} label={label} />;
}

function drawingOf(data: ChartData, words: ChartWords, { width, height }: Size): Drawing {
  const { least, greatest } = extentOf(data);
  const scale = scaleOf(least, greatest, { count: Math.max(2, Math.floor(width / 140)), unit: data.unit });
  const names = data.categories.map(words.category);
  const longest = Math.max(12, Math.min(48, Math.floor((width * 0.34) / 6.6)));
  const left = Math.min(longest * 6.6, Math.max(40, ...names.map(widthOf))) + 14;
  const plot: Plot = { left, top: 4, width: width - left - 24, height: Math.max(20, height - 28) };
  const band = plot.height / Math.max(1, names.length);
  const bars = lyingBars(data, scale, plot);
  return {
    points: pointsOf(data, words, names, (index) => ({
      x: Math.max(
        plot.left,
        ...bars.filter(({ category }) => category === index).map((bar) => bar.x + bar.width),
      ),
      y: plot.top + band * (index + 0.5),
    })),
    at: (_x, y) => {
      const index = Math.floor((y - plot.top) / band);
      return index >= 0 && index < names.length ? index : null;
    },
    draw: (active) => (
      <>
        {active !== null && (
          <rect
            fill={colours.soft}
            height={band}
            width={plot.width}
            x={plot.left}
            y={plot.top + band * active}
          />
        )}
        <LyingValueAxis plot={plot} scale={scale} write={words.value} />
        {bars.map(({ category, series, x, y, width: length, height: thickness }) => (
          <rect
            fill={colourOf(data, category, series)}
            height={thickness}
            key={`${category} ${series}`}
            rx={Math.min(2, thickness / 2)}
            stroke={colours.panel}
            strokeWidth={0.5}
            width={length}
            x={x}
            y={y}
          />
        ))}
        <LyingCategoryAxis longest={longest} names={names} plot={plot} />
      </>
    ),
  };
}
