import { Button, Checkbox, makeStyles, Select } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { useErrorText } from '../api/message.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { IterationPicker } from './iteration-picker.tsx';
import { type AttachWish, useAttachments } from './use-attachments.ts';
import { WorkItemPicker } from './work-item-picker.tsx';
import { WorklogPicker } from './worklog-picker.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px', marginBottom: '12px' },
  refusal: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    color: colours.fault,
  },
});

const KINDS = ['workItem', 'iteration', 'worklog'] as const;
type Kind = (typeof KINDS)[number];

/** Finds something and attaches the budget to it, or keeps the budget away from it. What has another budget can be moved here. */
export function AttachForm({ budgetId }: { readonly budgetId: string }) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const errorText = useErrorText();
  const { attach } = useAttachments(budgetId);
  const [kind, setKind] = useState<Kind>('workItem');
  const [isExclusion, setExclusion] = useState(false);
  const add = (thing: Pick<AttachWish, 'workItemId' | 'iterationPath' | 'workLogId'>) =>
    attach.mutate({ ...thing, isExclusion });
  const wish = attach.variables;
  const hasOther = attach.error?.message.includes('move: true') === true;
  return (
    <div className={styles.form}>
      <Select
        aria-label={texts.whatToAttach}
        onChange={(_, { value }) => {
          attach.reset();
          setKind(KINDS.find((each) => each === value) ?? 'workItem');
        }}
        value={kind}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {texts[each]}
          </option>
        ))}
      </Select>
      {kind === 'workItem' && (
        <WorkItemPicker label={texts.findToAttach} onPick={({ id }) => add({ workItemId: id })} />
      )}
      {kind === 'iteration' && <IterationPicker onPick={(iterationPath) => add({ iterationPath })} />}
      {kind === 'worklog' && <WorklogPicker onPick={(workLogId) => add({ workLogId })} />}
      <Checkbox
        checked={isExclusion}
        label={texts.exclude}
        onChange={(_, { checked }) => setExclusion(checked === true)}
      />
      {attach.error && (
        <div className={styles.refusal} role="alert">
          <span>{errorText(attach.error)}</span>
          {hasOther && wish && (
            <Button onClick={() => attach.mutate({ ...wish, move: true })} size="small">
              {texts.moveHere}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
