import { makeStyles } from '@fluentui/react-components';
import { DEFAULT_BUDGET_THRESHOLDS, type WallDate } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useId } from 'react';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import type { BurnPoint } from './burn-down.ts';
import { scaleOf } from './chart-scale.ts';

const WIDTH = 1000;
const HEIGHT = 220;

const useStyles = makeStyles({
  frame: { position: 'relative', margin: 0, paddingLeft: '64px', paddingBottom: '24px' },
  chart: { display: 'block', width: '100%', height: `${HEIGHT}px`, overflow: 'visible' },
  line: { fill: 'none', stroke: colours.brand, strokeWidth: 2, vectorEffect: 'non-scaling-stroke' },
  area: { fill: colours.brandSoft, stroke: 'none' },
  zero: { stroke: colours.dim, strokeWidth: 1, vectorEffect: 'non-scaling-stroke' },
  threshold: {
    stroke: colours.line,
    strokeWidth: 1,
    strokeDasharray: '4 4',
    vectorEffect: 'non-scaling-stroke',
  },
  label: {
    position: 'absolute',
    left: 0,
    width: '56px',
    transform: 'translateY(-50%)',
    textAlign: 'right',
    fontSize: '12px',
    lineHeight: '16px',
    color: colours.dim,
  },
  foot: {
    position: 'absolute',
    left: '64px',
    right: 0,
    bottom: 0,
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: '12px',
    lineHeight: '16px',
    color: colours.dim,
  },
});

interface BurnDownChartProps {
  readonly plannedSeconds: number;
  /** By days, the earliest first; at least one. */
  readonly points: readonly BurnPoint[];
}

/** What is left of a budget over time, with its thresholds as dashed lines. The same stands in the table below it. */
export function BurnDownChart({ plannedSeconds, points }: BurnDownChartProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { organization } = usePersonalSettings();
  const id = useId();
  const { line, yOf } = scaleOf(plannedSeconds, points);
  const thresholds =
    plannedSeconds === 0 ? [] : (organization?.budgetThresholds ?? DEFAULT_BUDGET_THRESHOLDS);
  const path = line.map(({ x, y }) => `${x * WIDTH},${y * HEIGHT}`).join(' ');
  const zero = yOf(0) * HEIGHT;
  const left = points.at(-1)?.leftSeconds ?? plannedSeconds;
  const day = (date: WallDate | undefined) => (date === undefined ? '' : formats.day(date));
  const length = (seconds: number) =>
    seconds < 0 ? `−${formats.length(-seconds)}` : formats.length(seconds);
  const marks = new Map([
    [0, length(plannedSeconds)],
    [yOf(0), length(0)],
    [yOf(left), length(left)],
  ]);
  return (
    <figure className={styles.frame}>
      <svg
        aria-labelledby={id}
        className={styles.chart}
        preserveAspectRatio="none"
        role="img"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <title id={id}>
          {texts.chartTold({
            planned: length(plannedSeconds),
            left: length(left),
            day: day(points.at(-1)?.date),
          })}
        </title>
        <polygon className={styles.area} points={`0,${zero} ${path} ${WIDTH},${zero}`} />
        {thresholds.map((percent) => {
          const y = yOf(plannedSeconds * (1 - percent / 100)) * HEIGHT;
          return <line className={styles.threshold} key={percent} x1={0} x2={WIDTH} y1={y} y2={y} />;
        })}
        <line className={styles.zero} x1={0} x2={WIDTH} y1={zero} y2={zero} />
        <polyline className={styles.line} points={path} />
      </svg>
      {[...marks].map(([y, text]) => (
        <span aria-hidden className={styles.label} key={y} style={{ top: `${y * HEIGHT}px` }}>
          {text}
        </span>
      ))}
      <span aria-hidden className={styles.foot}>
        <span>{day(points[0]?.date)}</span>
        <span>{day(points.at(-1)?.date)}</span>
      </span>
    </figure>
  );
}
