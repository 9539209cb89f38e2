import { addDays, daysBetween } from '@stint/domain';
import { colours, type Formats } from '@stint/ui';
import { ValueAxis } from '../components/charts/axes.tsx';
import { widthOf } from '../components/charts/axis-labels.ts';
import type { Drawing } from '../components/charts/chart-frame.tsx';
import { along, type Plot, scaleOf } from '../components/charts/scale.ts';
import type { Size } from '../components/charts/use-size.ts';
import type { BurnPoint } from './burn-down.ts';
import { dateTicks } from './date-ticks.ts';
import { signedLength } from './signed-length.ts';
import { stepsOf } from './steps.ts';

/** Pixels between two lines, and between two dates. */
const LINE_ROOM = 48;
const DATE_ROOM = 92;
/** The line of nothing left marks this by itself. */
const WHOLE = 100;
const SMALL = { fontSize: 12, fill: colours.dim } as const;

interface BurnDown {
  readonly plannedSeconds: number;
  readonly points: readonly BurnPoint[];
  /** Percents of what is planned that are marked. */
  readonly thresholds: readonly number[];
  readonly texts: { readonly tracked: string; readonly left: string };
  readonly formats: Formats;
}

/** A burn-down for one size: its axes, the thresholds, the line, and a point for each day with time. */
export function drawingOf(
  { plannedSeconds, points, thresholds, texts, formats }: BurnDown,
  { width, height }: Size,
): Drawing {
  const lefts = points.map(({ leftSeconds }) => leftSeconds);
  const write = (seconds: number) => signedLength(seconds, formats);
  const scale = scaleOf(Math.min(0, ...lefts), Math.max(plannedSeconds, 0), {
    count: Math.max(2, Math.floor(height / LINE_ROOM)),
    unit: 'duration',
  });
  const left = Math.max(...scale.ticks.map((tick) => widthOf(write(tick)))) + 14;
  const plot: Plot = { left, top: 8, width: width - left - 44, height: Math.max(20, height - 34) };
  const yOf = (seconds: number) => plot.top + plot.height - along(scale, seconds, plot.height);
  const xOf = (part: number) => plot.left + part * plot.width;
  const [first, last] = [points[0], points.at(-1)];
  const days = first && last ? daysBetween(first.date, last.date) + 1 : 1;
  const placeOf = (point: BurnPoint) => ({
    x: xOf(first ? (daysBetween(first.date, point.date) + 1) / days : 0),
    y: yOf(point.leftSeconds),
  });
  const path = stepsOf(plannedSeconds, points)
    .map(({ x, leftSeconds }) => `${xOf(x)},${yOf(leftSeconds)}`)
    .join(' ');
  const ticks = first && last ? dateTicks(first.date, last.date, Math.floor(plot.width / DATE_ROOM)) : [];
  return {
    points: points.map((point) => ({
      name: formats.day(point.date),
      ...placeOf(point),
      lines: [
        { name: texts.tracked, value: formats.length(point.trackedSeconds), colour: colours.line },
        { name: texts.left, value: write(point.leftSeconds), colour: colours.brand },
      ],
    })),
    at: (x) => {
      if (!first || x < plot.left || x > plot.left + plot.width) return null;
      const day = addDays(first.date, Math.floor(((x - plot.left) / plot.width) * days));
      const index = points.findIndex(({ date }) => date >= day);
      return index === -1 ? points.length - 1 : index;
    },
    draw: (active) => {
      const held = points[active ?? -1];
      return (
        <>
          <polygon
            fill={colours.brandSoft}
            points={`${plot.left},${yOf(0)} ${path} ${plot.left + plot.width},${yOf(0)}`}
          />
          <ValueAxis plot={plot} scale={scale} write={write} />
          {thresholds
            .filter((percent) => percent < WHOLE)
            .map((percent) => {
              const y = yOf(plannedSeconds * (1 - percent / 100));
              return (
                <g key={percent}>
                  <line
                    stroke={colours.faint}
                    strokeDasharray="3 4"
                    x1={plot.left}
                    x2={plot.left + plot.width}
                    y1={y}
                    y2={y}
                  />
                  <text dominantBaseline="middle" x={plot.left + plot.width + 6} y={y} {...SMALL}>
                    {formats.percent(percent)}
                  </text>
                </g>
              );
            })}
          {ticks.map((date) => (
            <text
              key={date}
              textAnchor={date === first?.date ? 'start' : 'middle'}
              x={xOf(first ? daysBetween(first.date, date) / days : 0)}
              y={plot.top + plot.height + 18}
              {...SMALL}
            >
              {formats.day(date)}
            </text>
          ))}
          <polyline fill="none" points={path} stroke={colours.brand} strokeLinejoin="round" strokeWidth={2} />
          {held && (
            <>
              <line
                stroke={colours.dim}
                x1={placeOf(held).x}
                x2={placeOf(held).x}
                y1={plot.top}
                y2={plot.top + plot.height}
              />
              <circle
                cx={placeOf(held).x}
                cy={placeOf(held).y}
                fill={colours.panel}
                r={4}
                stroke={colours.brand}
                strokeWidth={2}
              />
            </>
          )}
        </>
      );
    },
  };
}
