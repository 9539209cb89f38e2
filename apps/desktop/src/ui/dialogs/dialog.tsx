import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  dialog: {
    width: 'min(420px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 32px)',
    overflowY: 'auto',
    padding: '20px',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    color: colours.ink,
    backgroundColor: colours.panel,
    '::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
    '& h2': { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '8px' },
    '& p + p': { marginTop: '8px' },
  },
});

interface DialogProps {
  readonly label: string;
  /** Escape. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question in front of everything; the focus stays in it. */
export function Dialog({ label, onClose, children }: DialogProps) {
  const styles = useStyles();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      aria-label={label}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      ref={element}
    >
      {children}
    </dialog>
  );
}
