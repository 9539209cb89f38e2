import { colours } from '@stint/ui';
import { CategoryAxis, ValueAxis } from '../../components/charts/axes.tsx';
import { ChartFrame, type Drawing } from '../../components/charts/chart-frame.tsx';
import type { ChartData } from './chart-data.ts';
import { categoryAt, type ChartProps, pointsOf, uprightPlot } from './columns-chart.tsx';
import { linePoints, pathThrough } from './geometry.ts';
import { seriesColour } from './palette.ts';
import type { Size } from '../../components/charts/use-size.ts';
import type { ChartWords } from './words.ts';

/** Points up to this many are marked, so that one sees where values are. */
const MOST_MARKS = 62;

/** Lines over days or categories, one for each series. */
export function LineChart({ label, data, words }: ChartProps) {
  return <ChartFrame drawing={(size) => drawingOf(unstacked(data), words, size)} label={label} />;
}

function drawingOf(data: ChartData, words: ChartWords, size: Size): Drawing {
  const { scale, plot, plan, names } = uprightPlot(data, words, size);
  const lines = data.series.map((series) => linePoints(series, scale, plot));
  const band = plot.width / Math.max(1, names.length);
  const heights = (index: number) => lines.flatMap((line) => line[index]?.y ?? []);
  return {
    points: pointsOf(data, words, names, (index) => ({
      x: plot.left + band * (index + 0.5),
      y: Math.min(plot.top + plot.height, ...heights(index)),
    })),
    at: (x, y) => categoryAt(plot, names.length, x, y),
    draw: (active) => (
      <>
        <ValueAxis plot={plot} scale={scale} write={words.value} />
        {active !== null && (
          <line
            stroke={colours.faint}
            x1={plot.left + band * (active + 0.5)}
            x2={plot.left + band * (active + 0.5)}
            y1={plot.top}
            y2={plot.top + plot.height}
          />
        )}
        {lines.map((line, index) => (
          <g key={data.series[index]?.name ?? index}>
            <path
              d={pathThrough(line)}
              fill="none"
              stroke={seriesColour(index)}
              strokeLinejoin="round"
              strokeWidth={2}
            />
            {line.map(
              (point, at) =>
                point &&
                (names.length <= MOST_MARKS || at === active) && (
                  <circle
                    cx={point.x}
                    cy={point.y}
                    fill={colours.panel}
                    key={at}
                    r={at === active ? 5 : 3}
                    stroke={seriesColour(index)}
                    strokeWidth={2}
                  />
                ),
            )}
          </g>
        ))}
        <CategoryAxis names={names} plan={plan} plot={plot} />
      </>
    ),
  };
}

/** Lines never stand upon each other. */
function unstacked(data: ChartData): ChartData {
  return { ...data, series: data.series.map((series, lane) => ({ ...series, lane })) };
}
