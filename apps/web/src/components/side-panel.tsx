import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, useTexts } from '@stint/ui';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { commonTexts } from '../texts/common/texts.ts';

const useStyles = makeStyles({
  panel: {
    position: 'fixed',
    inset: '0 0 0 auto',
    width: 'min(420px, 100vw)',
    height: '100dvh',
    maxWidth: 'none',
    maxHeight: 'none',
    margin: 0,
    padding: '12px 16px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    border: 'none',
    borderLeft: `1px solid ${colours.line}`,
    color: colours.ink,
    backgroundColor: colours.panel,
    fontWeight: 400,
    textAlign: 'start',
    whiteSpace: 'normal',
    '::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
  },
  wide: { width: 'min(680px, 100vw)' },
  narrow: { width: 'min(300px, 85vw)' },
  header: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginBottom: '8px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
});

interface SidePanelProps {
  readonly title: string;
  readonly isNarrow?: boolean;
  /** For content with columns of its own. */
  readonly isWide?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Escape, the cross, or a click beside the panel. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal panel at the right edge, for details beside what one looks at; the rest of the page waits behind it. */
export function SidePanel(props: SidePanelProps) {
  const { title, isNarrow = false, isWide = false, onKeyDown, onClose, children } = props;
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      aria-labelledby={id}
      className={mergeClasses(styles.panel, isNarrow && styles.narrow, isWide && styles.wide)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && event.clientX < dialog.current.offsetLeft) onClose();
      }}
      onKeyDown={onKeyDown}
      ref={dialog}
    >
      <header className={styles.header}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        <Button appearance="subtle" aria-label={texts.close} icon={<Dismiss20Regular />} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
