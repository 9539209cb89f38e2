import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours } from '@stint/ui';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';

const useStyles = makeStyles({
  modal: {
    width: '600px',
    maxWidth: 'calc(100vw - 24px)',
    maxHeight: 'calc(100dvh - 24px)',
    padding: '24px',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    color: colours.ink,
    backgroundColor: colours.panel,
    // Nothing of the cell or row that it was opened from.
    fontWeight: 400,
    textAlign: 'start',
    whiteSpace: 'normal',
    '::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
    '@media (max-width: 720px)': { padding: '16px' },
  },
  wide: { width: '1080px' },
  title: { margin: '0 0 12px', fontSize: '20px', lineHeight: '28px', fontWeight: 600 },
});

interface ModalProps {
  readonly title: string;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'alertdialog';
  /** For tables, or two things beside each other. */
  readonly isWide?: boolean;
  /** Escape was pressed. */
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/**
 * A modal dialog, on the browser's own `dialog`: the rest of the page is inert, Escape closes, and the focus goes back to where
 * it came from. It begins at the element with `data-first-focus`, else at the first that takes the focus.
 */
export function Modal({ title, role, isWide = false, onClose, onKeyDown, children }: ModalProps) {
  const styles = useStyles();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    // One longer than the window begins at its title, wherever the focus is.
    if (element) element.scrollTop = 0;
    return () => element?.close();
  }, []);
  return (
    <dialog
      aria-labelledby={id}
      className={mergeClasses(styles.modal, isWide && styles.wide)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      ref={dialog}
      role={role}
    >
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
