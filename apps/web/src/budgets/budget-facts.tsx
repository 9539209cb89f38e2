import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Budget } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { BudgetProgress } from './budget-progress.tsx';
import { signedLength } from './signed-length.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: '12px 20px',
    margin: 0,
    padding: '12px 16px',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
  },
  wide: { gridColumn: '1 / -1' },
  name: { color: colours.dim, fontSize: '12px', lineHeight: '16px' },
  value: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  over: { color: colours.fault },
});

/** The sums of a budget and where it stands. */
export function BudgetFacts({ budget }: { readonly budget: Budget }) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { length, date, number } = formats;
  const { remainingLength, closed } = budget;
  const facts: readonly (readonly [string, string])[] = [
    [texts.planned, length(budget.plannedLength)],
    [texts.tracked, length(budget.trackedLength)],
    [texts.billed, length(budget.billedLength)],
    [texts.left, signedLength(remainingLength, formats)],
    [texts.worklogs, number(budget.workLogCount)],
    [texts.created, date(budget.created)],
    ...(closed === null ? [] : ([[texts.closedOn, date(closed)]] as const)),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd
            className={mergeClasses(styles.value, name === texts.left && remainingLength < 0 && styles.over)}
          >
            {value}
          </dd>
        </div>
      ))}
      <div className={styles.wide}>
        <dt className={styles.name}>{texts.progress}</dt>
        <dd className={styles.value}>
          <BudgetProgress budget={budget} />
        </dd>
      </div>
    </dl>
  );
}
