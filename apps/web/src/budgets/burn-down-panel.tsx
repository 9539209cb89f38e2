import { makeStyles } from '@fluentui/react-components';
import type { Budget, WorkLog } from '@stint/contract';
import { addDays } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { DataTable } from '../components/data-table.tsx';
import { Panel } from '../components/panel.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { burnDown, burnDownByWeek } from './burn-down.ts';
import { BurnDownChart } from './burn-down-chart.tsx';

const useStyles = makeStyles({
  table: { marginTop: '12px' },
  summary: { padding: '4px 0', cursor: 'pointer', color: colours.brand },
  none: { margin: 0, color: colours.dim },
});

interface BurnDownPanelProps {
  readonly budget: Budget;
  readonly worklogs: readonly WorkLog[];
}

/** How the budget went down: a chart by days, and the same by weeks as a table. */
export function BurnDownPanel({ budget, worklogs }: BurnDownPanelProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { firstDay } = formats.settings.weekRules;
  const { plannedLength } = budget;
  const points = useMemo(() => burnDown(plannedLength, worklogs), [plannedLength, worklogs]);
  const weeks = useMemo(
    () => burnDownByWeek(plannedLength, worklogs, firstDay).toReversed(),
    [plannedLength, worklogs, firstDay],
  );
  const signed = (length: number) => (length < 0 ? `−${formats.length(-length)}` : formats.length(length));
  return (
    <Panel title={texts.burnDown}>
      {points.length === 0 ? (
        <p className={styles.none}>{texts.noTimeYet}</p>
      ) : (
        <>
          <BurnDownChart plannedSeconds={plannedLength} points={points} />
          <details className={styles.table}>
            <summary className={styles.summary}>{texts.asTable}</summary>
            <DataTable
              columns={[
                { key: 'week', title: texts.week, cell: ({ date }) => formats.days(date, addDays(date, 6)) },
                {
                  key: 'tracked',
                  title: texts.tracked,
                  isAtEnd: true,
                  cell: ({ trackedSeconds }) => formats.length(trackedSeconds),
                },
                {
                  key: 'left',
                  title: texts.left,
                  isAtEnd: true,
                  cell: ({ leftSeconds }) => signed(leftSeconds),
                },
              ]}
              keyOf={({ date }) => date}
              label={`${texts.burnDown}, ${texts.week}`}
              rows={weeks}
            />
          </details>
        </>
      )}
    </Panel>
  );
}
