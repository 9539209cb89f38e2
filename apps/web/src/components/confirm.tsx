import { Button, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { type ReactNode, useState } from 'react';
import { commonTexts } from '../texts/common/texts.ts';
import { Modal } from './modal.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '20px' },
});

interface ConfirmProps {
  /** The name of the button that asks. */
  readonly name: string;
  readonly title: string;
  readonly text: ReactNode;
  /** The name of the act, on the button that does it. */
  readonly act: string;
  readonly onConfirm: () => void;
}

/** A button that asks before an act that cannot be taken back; what can be undone is not asked about. */
export function Confirm({ name, title, text, act, onConfirm }: ConfirmProps) {
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} size="small">
        {name}
      </Button>
      {isAsking && (
        <Modal onClose={close} role="alertdialog" title={title}>
          <p className={styles.text}>{text}</p>
          <div className={styles.actions}>
            <Button data-first-focus="" onClick={close}>
              {texts.cancel}
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {act}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}
