import { makeStyles } from '@fluentui/react-components';
import { DEFAULT_BUDGET_THRESHOLDS } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { ChartFrame } from '../components/charts/chart-frame.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import type { BurnPoint } from './burn-down.ts';
import { drawingOf } from './burn-down-drawing.tsx';
import { signedLength } from './signed-length.ts';

const useStyles = makeStyles({ frame: { display: 'flex', height: '260px' } });

interface BurnDownChartProps {
  readonly plannedSeconds: number;
  /** By days, the earliest first; at least one. */
  readonly points: readonly BurnPoint[];
}

/** What is left of a budget over time, with its thresholds as dashed lines. The same stands in the table that is its twin. */
export function BurnDownChart({ plannedSeconds, points }: BurnDownChartProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { organization } = usePersonalSettings();
  const thresholds =
    plannedSeconds === 0 ? [] : (organization?.budgetThresholds ?? DEFAULT_BUDGET_THRESHOLDS);
  const last = points.at(-1);
  const told = texts.chartTold({
    planned: formats.length(plannedSeconds),
    left: signedLength(last?.leftSeconds ?? plannedSeconds, formats),
    day: last ? formats.day(last.date) : '',
  });
  return (
    <div className={styles.frame}>
      <ChartFrame
        drawing={(size) => drawingOf({ plannedSeconds, points, thresholds, texts, formats }, size)}
        label={told}
      />
    </div>
  );
}
