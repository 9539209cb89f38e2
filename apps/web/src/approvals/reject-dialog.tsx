import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useFormats, useTexts } from '@stint/ui';
import { type FormEvent, useState } from 'react';
import { fault } from '../components/fault.ts';
import { Modal } from '../components/modal.tsx';
import { isText } from '../drafts/guards.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { actOf } from '../shell/keys/key-table.ts';
import { COMMON_KEYS } from '../shell/keys/shell-keys.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import type { ManagedWeek } from './managed-week.ts';

/** Longest comment that the server takes, in characters. */
const LIMIT = 500;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
});

interface RejectDialogProps {
  readonly weeks: readonly ManagedWeek[];
  readonly onReject: (comment: string) => void;
  readonly onClose: () => void;
}

/** Asks why weeks are given back; without a reason they are not. What was typed survives a reload. */
export function RejectDialog({ weeks, onReject, onClose }: RejectDialogProps) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const [isTried, setTried] = useState(false);
  const draft = useDraft(`reject:${weeks.map(({ key }) => key).join()}`, () => '', isText);
  const comment = draft.value.trim();
  const [only] = weeks;
  const close = () => {
    draft.discard();
    onClose();
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (comment === '') return;
    onReject(comment);
    close();
  };
  return (
    <Modal
      onClose={close}
      onKeyDown={(event) => {
        if (actOf(COMMON_KEYS, event) === 'saveDialog') submit();
      }}
      title={texts.rejectTitle({ count: weeks.length })}
    >
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.text}>
          {weeks.length === 1 && only
            ? `${only.person.name}, ${formats.days(only.start, only.end)}`
            : weeks.map(({ person }) => person.name).join(', ')}
        </p>
        <Field
          hint={texts.rejectHint}
          label={texts.rejectComment}
          required
          {...fault(isTried && comment === '' ? texts.rejectCommentMissing : null)}
        >
          <Textarea
            data-first-focus=""
            maxLength={LIMIT}
            onChange={(_, { value }) => draft.change(value)}
            resize="vertical"
            value={draft.value}
          />
        </Field>
        <div className={styles.actions}>
          <Button onClick={close}>{common.cancel}</Button>
          <Button appearance="primary" title="Ctrl+Enter" type="submit">
            {texts.reject}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
