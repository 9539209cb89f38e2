import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { isText } from '../../drafts/guards.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '20px' },
});

interface NameDialogProps {
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a new layout; a refusal stands beside the field, and what was typed stays. */
export function NameDialog({ onSave, onClose }: NameDialogProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const errorText = useErrorText();
  const draft = useDraft('layout-name', () => '', isText);
  const name = draft.value;
  const close = () => {
    draft.discard();
    onClose();
  };
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    if (name.trim() === '') return setRefusal(texts.nameMissing);
    try {
      await onSave(name.trim());
      draft.discard();
    } catch (error) {
      setRefusal(errorText(error));
    }
  };
  return (
    <Modal onClose={close} title={texts.saveLayoutAs}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={texts.layoutName} {...fault(refusal)}>
          <Input
            data-first-focus=""
            maxLength={100}
            onChange={(_, { value }) => {
              draft.change(value);
              setRefusal(null);
            }}
            value={name}
          />
        </Field>
        <div className={styles.actions}>
          <Button onClick={close}>{common.cancel}</Button>
          <Button appearance="primary" type="submit">
            {common.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
