import { colours } from '@stint/ui';
import { cut, inTwoLines, type LabelPlan } from './axis-labels.ts';
import { along, type Plot, type Scale } from './scale.ts';

const TEXT = { fontSize: 12, fill: colours.dim } as const;

interface ValueAxisProps {
  readonly scale: Scale;
  readonly plot: Plot;
  readonly write: (value: number) => string;
}

/** Lines across the plot with their values at the left. */
export function ValueAxis({ scale, plot, write }: ValueAxisProps) {
  return scale.ticks.map((tick) => {
    const y = Math.round(plot.top + plot.height - along(scale, tick, plot.height)) + 0.5;
    return (
      <g key={tick}>
        <line
          stroke={tick === 0 ? colours.faint : colours.line}
          x1={plot.left}
          x2={plot.left + plot.width}
          y1={y}
          y2={y}
        />
        <text dominantBaseline="middle" textAnchor="end" x={plot.left - 8} y={y} {...TEXT}>
          {write(tick)}
        </text>
      </g>
    );
  });
}

/** Lines down the plot with their values below. */
export function LyingValueAxis({ scale, plot, write }: ValueAxisProps) {
  return scale.ticks.map((tick) => {
    const x = Math.round(plot.left + along(scale, tick, plot.width)) + 0.5;
    return (
      <g key={tick}>
        <line
          stroke={tick === 0 ? colours.faint : colours.line}
          x1={x}
          x2={x}
          y1={plot.top}
          y2={plot.top + plot.height}
        />
        <text textAnchor="middle" x={x} y={plot.top + plot.height + 16} {...TEXT}>
          {write(tick)}
        </text>
      </g>
    );
  });
}

/** The names of categories under the plot. */
export function CategoryAxis(props: {
  readonly names: readonly string[];
  readonly plot: Plot;
  readonly plan: LabelPlan;
}) {
  const { names, plot, plan } = props;
  const band = plot.width / Math.max(1, names.length);
  const bottom = plot.top + plot.height;
  return names.map((name, index) => {
    if (index % plan.every !== 0) return null;
    const x = plot.left + band * (index + 0.5);
    if (plan.form === 'twoLines')
      return inTwoLines(name).map((part, line) => (
        <text key={`${index} ${line}`} textAnchor="middle" x={x} y={bottom + 16 + 14 * line} {...TEXT}>
          {part}
        </text>
      ));
    return plan.form === 'slanted' ? (
      <text
        key={index}
        textAnchor="end"
        transform={`translate(${x + 4} ${bottom + 14}) rotate(-38)`}
        {...TEXT}
      >
        {cut(name)}
      </text>
    ) : (
      <text key={index} textAnchor="middle" x={x} y={bottom + 16} {...TEXT}>
        {cut(name)}
      </text>
    );
  });
}

/** The names of categories at the left of the plot, one for each row. */
export function LyingCategoryAxis(props: {
  readonly names: readonly string[];
  readonly plot: Plot;
  readonly longest: number;
}) {
  const { names, plot, longest } = props;
  const band = plot.height / Math.max(1, names.length);
  const every = Math.max(1, Math.ceil(15 / band));
  return names.map((name, index) =>
    index % every === 0 ? (
      <text
        dominantBaseline="middle"
        key={index}
        textAnchor="end"
        x={plot.left - 8}
        y={plot.top + band * (index + 0.5)}
        {...TEXT}
      >
        {cut(name, longest)}
      </text>
    ) : null,
  );
}
