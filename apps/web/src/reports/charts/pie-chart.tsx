import { makeStyles } from '@fluentui/react-components';
import { colours, useFormats } from '@stint/ui';
import { ChartFrame, type Drawing } from '../../components/charts/chart-frame.tsx';
import { slicesOf } from './chart-data.ts';
import type { ChartProps } from './columns-chart.tsx';
import { slicePath } from './geometry.ts';
import { Legend } from './legend.tsx';
import { ownColour } from './palette.ts';
import type { Size } from '../../components/charts/use-size.ts';
import type { ChartWords } from './words.ts';

const MOST_SLICES = 9;

const useStyles = makeStyles({
  box: { display: 'flex', flexGrow: 1, minHeight: 0, gap: '16px', containerType: 'inline-size' },
  pie: { display: 'flex', flexGrow: 1, flexBasis: '120px', minWidth: '110px', maxWidth: '260px' },
  legend: {
    flexGrow: 1,
    flexBasis: '180px',
    minWidth: '120px',
    maxWidth: '56%',
    overflowY: 'auto',
    alignSelf: 'center',
    maxHeight: '100%',
  },
});

interface Slice {
  readonly name: string;
  readonly value: number;
  readonly colour: string;
}

interface PieChartProps extends ChartProps {
  /** The part of the radius that is left open, 0 to 90 percent. */
  readonly innerPercent: number;
  readonly hasLegend: boolean;
  /** What the small slices are called together. */
  readonly others: string;
}

/** Parts of a whole; the legend says each part and its share. */
export function PieChart({ label, data, words, innerPercent, hasLegend, others }: PieChartProps) {
  const styles = useStyles();
  const slices = slicesOf(data, MOST_SLICES, others).map(
    ({ name, value, colour }, index): Slice => ({
      name: words.category(name),
      value,
      colour: ownColour(colour, index),
    }),
  );
  const total = slices.reduce((sum, { value }) => sum + value, 0);
  const { percent } = useFormats();
  const inner = Math.min(90, Math.max(0, innerPercent)) / 100;
  return (
    <div className={styles.box}>
      <div className={styles.pie}>
        <ChartFrame
          drawing={(size) => drawingOf({ slices, total, inner, words, percent }, size)}
          label={label}
        />
      </div>
      {hasLegend && (
        <div className={styles.legend}>
          <Legend
            entries={slices.map(({ name, value, colour }) => ({
              name,
              colour,
              detail: words.value(value),
              share: value / total,
            }))}
          />
        </div>
      )}
    </div>
  );
}

interface Pie {
  readonly slices: readonly Slice[];
  readonly total: number;
  /** The part of the radius that is open, 0 to 1. */
  readonly inner: number;
  readonly words: ChartWords;
  readonly percent: (percent: number) => string;
}

/** A hole of half the radius or more has room for the sum. */
const ROOM_FOR_SUM = 0.5;

function drawingOf({ slices, total, inner, words, percent }: Pie, { width, height }: Size): Drawing {
  const middle = [width / 2, height / 2] as const;
  const radius = Math.max(10, Math.min(width, height) / 2 - 6);
  let before = 0;
  const turns = slices.map(({ value }) => {
    const from = before;
    before += value / total;
    return [from, before] as const;
  });
  const centre = ([from, to]: readonly [number, number]) => {
    const turn = ((from + to) / 2) * 2 * Math.PI;
    const distance = (radius * (1 + inner)) / 2;
    return { x: middle[0] + distance * Math.sin(turn), y: middle[1] - distance * Math.cos(turn) };
  };
  return {
    points: slices.map(({ name, value, colour }, index) => ({
      name,
      lines: [{ name: percent((value / total) * 100), value: words.value(value), colour }],
      ...centre(turns[index] ?? [0, 0]),
    })),
    at: (x, y) => {
      const [dx, dy] = [x - middle[0], middle[1] - y];
      const distance = Math.hypot(dx, dy);
      if (distance > radius || distance < radius * inner) return null;
      const turn = (Math.atan2(dx, dy) / (2 * Math.PI) + 1) % 1;
      const index = turns.findIndex(([from, to]) => turn >= from && turn < to);
      return index < 0 ? null : index;
    },
    draw: (active) => (
      <>
        {slices.map(({ name, colour }, index) => (
          <path
            d={slicePath(
              middle,
              active === index ? radius + 4 : radius,
              radius * inner,
              turns[index] ?? [0, 0],
            )}
            fill={colour}
            key={name}
            stroke={colours.panel}
            strokeWidth={1.5}
          />
        ))}
        {inner >= ROOM_FOR_SUM && (
          <text
            dominantBaseline="central"
            fill={colours.ink}
            fontSize={Math.max(11, Math.min(20, radius * inner * 0.42))}
            fontWeight={600}
            textAnchor="middle"
            x={middle[0]}
            y={middle[1]}
          >
            {words.value(total)}
          </text>
        )}
      </>
    ),
  };
}
