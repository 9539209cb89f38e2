import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import type { DayCount } from './week-search.ts';

const useStyles = makeStyles({
  box: {
    display: 'inline-flex',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  choice: {
    minHeight: '30px',
    padding: '0 10px',
    border: 'none',
    font: 'inherit',
    color: colours.dim,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
  },
  chosen: {
    fontWeight: 600,
    color: colours.brand,
    backgroundColor: colours.brandSoft,
    ':hover': { backgroundColor: colours.brandSoft },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

const CHOICES = [
  [1, 'oneDay'],
  [3, 'threeDays'],
  [7, 'wholeWeek'],
] as const satisfies readonly (readonly [DayCount, string])[];

/** How many days are shown. */
export function SpanChoice({
  count,
  onChoose,
}: {
  readonly count: DayCount;
  readonly onChoose: (count: DayCount) => void;
}) {
  const styles = useStyles();
  const texts = useTexts(weeklyTexts);
  return (
    <div aria-label={texts.span} className={styles.box} role="group">
      {CHOICES.map(([days, name]) => (
        <button
          aria-pressed={days === count}
          className={mergeClasses(styles.choice, days === count && styles.chosen)}
          key={days}
          onClick={() => onChoose(days)}
          type="button"
        >
          {texts[name]}
        </button>
      ))}
    </div>
  );
}
