import { makeStyles } from '@fluentui/react-components';
import type { IterationSummary } from '@stint/contract';
import { may } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';

const HOUR = 3600;

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: '12px 20px',
    margin: 0,
    padding: '12px 16px',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
  },
  name: { color: colours.dim, fontSize: '12px', lineHeight: '16px' },
  value: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600, overflowWrap: 'anywhere' },
  link: { color: colours.brand },
});

/** The sums of an iteration; what each means is said on hover. */
export function IterationFacts({ iteration }: { readonly iteration: IterationSummary }) {
  const styles = useStyles();
  const texts = useTexts(iterationsTexts);
  const formats = useFormats();
  const seesBudgets = may(useSession().role, 'manageBudgets');
  const { effort, pace, budget } = iteration;
  const facts: readonly (readonly [name: string, value: ReactNode, hint?: string])[] = [
    [texts.project, iteration.project],
    [texts.effort, effort === null ? '–' : formats.number(effort, 2), texts.effortHint],
    [texts.tracked, formats.length(iteration.trackedLength), texts.trackedHint],
    [texts.trackedSummary, formats.length(iteration.trackedSummaryLength), texts.trackedSummaryHint],
    [texts.pace, pace === null ? '–' : formats.hours(pace * HOUR), texts.paceHint],
    [texts.moved, formats.number(iteration.movedWorkItems), texts.movedHint],
    ...(seesBudgets
      ? ([
          [
            texts.budget,
            budget === null ? (
              '–'
            ) : (
              <Link className={styles.link} params={{ id: budget.id }} to="/budgets/$id">
                {budget.name}
              </Link>
            ),
            texts.budgetHint,
          ],
        ] as const)
      : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value, hint]) => (
        <div key={name} title={hint}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
