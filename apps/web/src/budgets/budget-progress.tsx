import { makeStyles } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { Budget } from '@stint/contract';
import { DEFAULT_BUDGET_THRESHOLDS, reachedThreshold, seconds } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: '150px' },
  track: {
    position: 'relative',
    flexGrow: 1,
    height: '8px',
    borderRadius: '4px',
    backgroundColor: colours.soft,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  fill: {
    position: 'absolute',
    inset: '0 auto 0 0',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  tick: { position: 'absolute', top: 0, bottom: 0, width: '1px', backgroundColor: colours.dim, opacity: 0.6 },
  sums: {
    display: 'none',
    paddingBottom: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: colours.dim,
    '@media (max-width: 720px)': { display: 'block' },
  },
  percent: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: '68px',
    justifyContent: 'flex-end',
    fontWeight: 600,
  },
});

const FULL = 100;

interface BudgetProgressProps {
  readonly budget: Progress;
  /** Whether a phone shows the sums below it, which stand in columns of their own where there is room. */
  readonly hasSumsOnPhone?: boolean;
}

type Progress = Pick<Budget, 'plannedLength' | 'trackedLength' | 'percent'>;

/** How much of a budget is used, with its thresholds as ticks; from the first reached on it warns, from the whole on it is red. */
export function BudgetProgress({ budget, hasSumsOnPhone = false }: BudgetProgressProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { organization } = usePersonalSettings();
  const thresholds = organization?.budgetThresholds ?? DEFAULT_BUDGET_THRESHOLDS;
  const { plannedLength, trackedLength, percent } = budget;
  if (percent === null) return <span style={{ color: colours.dim }}>{texts.nothingPlanned}</span>;
  const reached = reachedThreshold(seconds(plannedLength), seconds(trackedLength), thresholds);
  const colour = percent >= FULL ? colours.fault : reached > 0 ? colours.warn : colours.run;
  const told =
    reached > 0
      ? texts.reached({ percent: formats.percent(reached) })
      : texts.used({ percent: formats.percent(percent) });
  const bar = (
    <span className={styles.box} title={told}>
      <span
        aria-label={told}
        aria-valuemax={FULL}
        aria-valuemin={0}
        aria-valuenow={Math.min(percent, FULL)}
        aria-valuetext={formats.percent(percent)}
        className={styles.track}
        role="progressbar"
      >
        <span
          className={styles.fill}
          style={{ width: `${Math.min(percent, FULL)}%`, backgroundColor: colour }}
        />
        {thresholds
          .filter((threshold) => threshold < FULL)
          .map((threshold) => (
            <span className={styles.tick} key={threshold} style={{ left: `${threshold}%` }} />
          ))}
      </span>
      <span className={styles.percent} style={{ color: reached > 0 ? colour : colours.ink }}>
        {reached > 0 && <Warning16Regular aria-hidden />}
        {formats.percent(percent)}
      </span>
    </span>
  );
  if (!hasSumsOnPhone) return bar;
  return (
    <>
      {bar}
      <span className={styles.sums}>
        {formats.length(trackedLength)} / {formats.length(plannedLength)}
      </span>
    </>
  );
}
