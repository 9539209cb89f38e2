import { Button } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { CopyField } from '../../components/copy-field.tsx';
import { Modal } from '../../components/modal.tsx';
import { webhooksTexts } from '../../texts/webhooks/texts.ts';
import { useFormStyles } from '../use-form-styles.ts';

/** Shows a signing secret this one time. */
export function SecretDialog({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const styles = useFormStyles();
  const texts = useTexts(webhooksTexts);
  return (
    <Modal onClose={onClose} title={texts.secretTitle}>
      <div className={styles.form}>
        <p className={styles.text}>{texts.secretText}</p>
        <CopyField name={texts.secret} text={secret} />
        <div className={styles.actions}>
          <Button appearance="primary" onClick={onClose}>
            {texts.secretKept}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
