import { makeStyles } from '@fluentui/react-components';
import type { BudgetAssignment, BudgetWorkItem } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { DataTable } from '../components/data-table.tsx';
import { Panel } from '../components/panel.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { originOf } from './budget-origin.ts';
import { OriginLookUp } from './origin-look-up.tsx';

const useStyles = makeStyles({
  item: { display: 'block', padding: '4px 0' },
  id: { color: colours.dim },
  reason: {
    display: 'none',
    fontSize: '12px',
    lineHeight: '16px',
    color: colours.dim,
    '@media (max-width: 720px)': { display: 'block' },
  },
  none: { margin: '12px 0 0', color: colours.dim },
});

interface BudgetWorkItemsProps {
  readonly workItems: readonly BudgetWorkItem[];
  readonly assignments: readonly BudgetAssignment[];
}

/** The work items that have the budget, each with the reason. */
export function BudgetWorkItems({ workItems, assignments }: BudgetWorkItemsProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const byId = useMemo(() => new Map(workItems.map((item) => [item.workItemId, item])), [workItems]);
  const reason = (item: BudgetWorkItem): string => {
    const origin = originOf(item, byId, assignments);
    switch (origin.kind) {
      case 'direct':
        return texts.originDirect;
      case 'parent':
        return origin.workItem
          ? texts.originParent({ parent: `${origin.workItem.workItemId} ${origin.workItem.title}` })
          : texts.originSomeParent;
      case 'iteration':
        return origin.path ? texts.originIteration({ path: origin.path }) : texts.originSomeIteration;
      default:
        return texts.originNone;
    }
  };
  return (
    <Panel hint={texts.originHint} title={texts.workItems}>
      <OriginLookUp />
      {workItems.length === 0 ? (
        <p className={styles.none}>{texts.noWorkItems}</p>
      ) : (
        <DataTable
          columns={[
            {
              key: 'item',
              title: texts.workItem,
              cell: (item) => (
                <span className={styles.item}>
                  <span className={styles.id}>{item.workItemId}</span> {item.title}
                  <span className={styles.reason}>{reason(item)}</span>
                </span>
              ),
            },
            { key: 'reason', title: texts.reason, isNotOnPhone: true, cell: reason },
            {
              key: 'tracked',
              title: texts.tracked,
              isAtEnd: true,
              cell: ({ trackedLength }) => formats.length(trackedLength),
            },
            {
              key: 'billed',
              title: texts.billed,
              isAtEnd: true,
              isNotOnPhone: true,
              cell: ({ billedLength }) => formats.length(billedLength),
            },
          ]}
          keyOf={({ workItemId }) => `${workItemId}`}
          label={`${texts.workItem}, ${texts.reason}`}
          rows={workItems}
        />
      )}
    </Panel>
  );
}
