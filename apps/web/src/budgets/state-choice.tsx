import { makeStyles } from '@fluentui/react-components';
import type { BudgetState } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { budgetsTexts } from '../texts/budgets/texts.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  choice: {
    padding: '5px 12px',
    border: 'none',
    font: 'inherit',
    color: colours.dim,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
    '&[aria-pressed="true"]': {
      color: colours.brand,
      backgroundColor: colours.brandSoft,
      fontWeight: 600,
      '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
  },
});

const STATES: readonly BudgetState[] = ['open', 'closed', 'all'];

/** Which budgets are shown. */
export function StateChoice(props: {
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
}) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  return (
    <div aria-label={texts.whichBudgets} className={styles.box} role="group">
      {STATES.map((state) => (
        <button
          aria-pressed={props.state === state}
          className={styles.choice}
          key={state}
          onClick={() => props.onChange(state)}
          type="button"
        >
          {texts[state]}
        </button>
      ))}
    </div>
  );
}
