import { Button, makeStyles } from '@fluentui/react-components';
import { DataBarVertical20Regular } from '@fluentui/react-icons/svg/data-bar-vertical';
import { Table20Regular } from '@fluentui/react-icons/svg/table';
import type { Budget, WorkLog } from '@stint/contract';
import { addDays } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useMemo, useState } from 'react';
import { DataTable } from '../components/data-table.tsx';
import { Panel } from '../components/panel.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { burnDown, burnDownByWeek } from './burn-down.ts';
import { BurnDownChart } from './burn-down-chart.tsx';
import { signedLength } from './signed-length.ts';

const useStyles = makeStyles({
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
  const [isTable, setTable] = useState(false);
  return (
    <Panel
      action={
        points.length > 0 && (
          <Button
            appearance="subtle"
            icon={isTable ? <DataBarVertical20Regular /> : <Table20Regular />}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? texts.asChart : texts.asTable}
          </Button>
        )
      }
      title={texts.burnDown}
    >
      {points.length === 0 && <p className={styles.none}>{texts.noTimeYet}</p>}
      {points.length > 0 && !isTable && <BurnDownChart plannedSeconds={plannedLength} points={points} />}
      {points.length > 0 && isTable && (
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
              cell: ({ leftSeconds }) => signedLength(leftSeconds, formats),
            },
          ]}
          keyOf={({ date }) => date}
          label={`${texts.burnDown}, ${texts.week}`}
          rows={weeks}
        />
      )}
    </Panel>
  );
}
