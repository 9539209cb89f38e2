import { makeStyles } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { Budget } from '@stint/contract';
import { DEFAULT_BUDGET_THRESHOLDS, reachedThreshold, seconds } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';

const useStyles = makeStyles({
  box: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: '160px' },
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
  percent: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minWidth: '56px',
    justifyContent: 'flex-end',
    fontWeight: 600,
  },
});

const FULL = 100;

type Progress = Pick<Budget, 'plannedLength' | 'trackedLength' | 'percent'>;

/** How much of a budget is used, with its thresholds as ticks; from the first reached on it warns, from the whole on it is red. */
export function BudgetProgress({ budget }: { readonly budget: Progress }) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { organization } = usePersonalSettings();
  const thresholds = organization?.budgetThresholds ?? DEFAULT_BUDGET_THRESHOLDS;
  const { plannedLength, trackedLength, percent } = budget;
  if (percent === null) return <span style={{ color: colours.dim }}>{texts.nothingPlanned}</span>;
  const reached = reachedThreshold(seconds(plannedLength), seconds(trackedLength), thresholds);
  const colour = percent >= FULL ? colours.fault : reached > 0 ? colours.warn : colours.run;
  const told = reached > 0 ? texts.reached({ percent: reached }) : texts.used({ percent });
  return (
    <span className={styles.box} title={told}>
      <span
        aria-label={told}
        aria-valuemax={FULL}
        aria-valuemin={0}
        aria-valuenow={Math.min(percent, FULL)}
        aria-valuetext={`${formats.number(percent)} %`}
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
        {formats.number(percent)} %
      </span>
    </span>
  );
}
