import { makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { BUDGET_ASSIGNMENT_TYPE } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useErrorText } from '../api/message.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { BUDGETS_KEY } from './budgets-key.ts';
import { WorkItemPicker } from './work-item-picker.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', marginBottom: '12px' },
  answer: { margin: 0 },
});

/** Answers which budget any work item has, and why. */
export function OriginLookUp() {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const errorText = useErrorText();
  const client = useClient();
  const [picked, setPicked] = useState<{ id: number; title: string } | null>(null);
  const id = picked?.id ?? 0;
  const answer = useQuery({
    queryKey: [...BUDGETS_KEY, 'of-work-item', id],
    queryFn: ({ signal }) => client.call(calls.getWorkItemBudget, { params: { id }, signal }),
    enabled: picked !== null,
  });
  const why = {
    [BUDGET_ASSIGNMENT_TYPE.DirectlyAssigned]: texts.originDirect,
    [BUDGET_ASSIGNMENT_TYPE.InheritedFromParent]: texts.originSomeParent,
    [BUDGET_ASSIGNMENT_TYPE.InheritedFromIteration]: texts.originSomeIteration,
  } as Readonly<Record<number, string>>;
  const budget = answer.data?.budget;
  return (
    <div className={styles.box}>
      <WorkItemPicker label={texts.whichBudget} onPick={setPicked} />
      {picked && (answer.data || answer.error) && (
        <p
          className={styles.answer}
          role="status"
          style={{ color: answer.error ? colours.fault : undefined }}
        >
          <b>
            {picked.id} {picked.title}
          </b>
          {': '}
          {answer.error && errorText(answer.error)}
          {answer.data && !budget && texts.originNone}
          {budget && (
            <>
              <Link params={{ id: budget.id }} style={{ color: colours.brand }} to="/budgets/$id">
                {budget.name}
              </Link>
              {' – '}
              {why[answer.data?.assignmentType.id ?? 0] ?? texts.originNone}
            </>
          )}
        </p>
      )}
    </div>
  );
}
