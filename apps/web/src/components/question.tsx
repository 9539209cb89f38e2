import { Button, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common/texts.ts';
import { Modal } from './modal.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '20px' },
});

interface QuestionProps {
  readonly title: string;
  readonly text: ReactNode;
  /** The name of the act, on the button that does it. */
  readonly act: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an act that cannot be taken back. */
export function Question({ title, text, act, onConfirm, onClose }: QuestionProps) {
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  return (
    <Modal onClose={onClose} role="alertdialog" title={title}>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>
        <Button data-first-focus="" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button
          appearance="primary"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {act}
        </Button>
      </div>
    </Modal>
  );
}
