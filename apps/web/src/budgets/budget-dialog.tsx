import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { ApiError } from '@stint/client';
import type { Budget } from '@stint/contract';
import { colours, DurationField, useFormats, useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { useErrorText } from '../api/message.ts';
import { fault } from '../components/fault.ts';
import { Modal } from '../components/modal.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { actOf } from '../shell/keys/key-table.ts';
import { COMMON_KEYS } from '../shell/keys/shell-keys.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { useSaveBudget } from './use-budget-commands.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  refusal: { margin: 0, color: colours.fault },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
});

const NAME_LIMIT = 200;
const COMMENT_LIMIT = 4000;
/** As many whole hours as the API takes in seconds (`PlannedLength`). */
const LONGEST_PLAN_HOURS = Math.floor(2_147_483_647 / 3600);

interface BudgetDraft {
  readonly name: string;
  readonly comment: string;
  readonly planned: string;
  /** Null while what is typed cannot be read. */
  readonly plannedSeconds: number | null;
}

function isBudgetDraft(found: unknown): found is BudgetDraft {
  const draft = found as Partial<BudgetDraft> | null;
  return [draft?.name, draft?.comment, draft?.planned].every((each) => typeof each === 'string');
}

interface BudgetDialogProps {
  /** Null for a new one. */
  readonly budget: Budget | null;
  readonly onClose: () => void;
  readonly onSaved: (budget: Budget) => void;
}

/** Makes a budget or changes one. Ctrl+Enter saves; what was typed survives a reload. */
export function BudgetDialog({ budget, onClose, onSaved }: BudgetDialogProps) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const [isTried, setTried] = useState(false);
  const { value, change, discard } = useDraft<BudgetDraft>(
    `budget:${budget?.id ?? 'new'}`,
    () => ({
      name: budget?.name ?? '',
      comment: budget?.comment ?? '',
      planned: budget ? formats.exactLength(budget.plannedLength) : '',
      plannedSeconds: budget?.plannedLength ?? 0,
    }),
    isBudgetDraft,
  );
  const close = () => {
    discard();
    onClose();
  };
  const save = useSaveBudget(budget?.id ?? null, (saved) => {
    close();
    onSaved(saved);
  });
  const set = (part: Partial<BudgetDraft>) => {
    save.reset();
    change((before) => ({ ...before, ...part }));
  };
  // Nothing planned is written as nothing.
  const plannedSeconds = value.planned.trim() === '' ? 0 : value.plannedSeconds;
  const isRefusedName = save.error instanceof ApiError && save.error.message.startsWith('name:');
  const nameFault =
    isTried && value.name.trim() === '' ? texts.nameMissing : isRefusedName ? errorText(save.error) : null;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (value.name.trim() === '' || plannedSeconds === null || save.isPending) return;
    save.mutate({ name: value.name.trim(), comment: value.comment, plannedLength: plannedSeconds });
  };
  return (
    <Modal
      onClose={close}
      onKeyDown={(event) => {
        if (actOf(COMMON_KEYS, event) === 'saveDialog') submit();
      }}
      title={budget ? texts.editBudget : texts.newBudget}
    >
      <form className={styles.form} onSubmit={submit}>
        <Field label={texts.name} required {...fault(nameFault)}>
          <Input
            data-first-focus=""
            maxLength={NAME_LIMIT}
            onChange={(_, { value: name }) => set({ name })}
            value={value.name}
          />
        </Field>
        <DurationField
          isOptional
          label={texts.planned}
          longestHours={LONGEST_PLAN_HOURS}
          onChange={(planned, lengthSeconds) => set({ planned, plannedSeconds: lengthSeconds })}
          text={value.planned}
        />
        <Field label={texts.comment}>
          <Textarea
            maxLength={COMMENT_LIMIT}
            onChange={(_, { value: comment }) => set({ comment })}
            resize="vertical"
            value={value.comment}
          />
        </Field>
        {save.error && !isRefusedName && (
          <p className={styles.refusal} role="alert">
            {errorText(save.error)}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={close}>{common.cancel}</Button>
          <Button appearance="primary" disabled={save.isPending} title="Ctrl+Enter" type="submit">
            {common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
