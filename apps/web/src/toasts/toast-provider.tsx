import { Button, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts } from '@stint/ui';
import { commonTexts } from '../texts/common/texts.ts';
import { actOf } from '../shell/keys/key-table.ts';
import { hasOwnUndo } from '../shell/keys/read-key.ts';
import { COMMON_KEYS } from '../shell/keys/shell-keys.ts';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

/** A short message at the foot of the page, with at most one thing to do (Ctrl+Z does it too). */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly name: string; readonly run: () => void };
}

const STAY_MILLISECONDS = 10_000;

const useStyles = makeStyles({
  region: {
    position: 'fixed',
    insetInline: '12px',
    bottom: '20px',
    zIndex: 1000,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    // Above the navigation at the foot.
    '@media (max-width: 720px)': { bottom: 'calc(68px + env(safe-area-inset-bottom))' },
  },
  toast: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '44px',
    pointerEvents: 'auto',
    padding: '4px 8px 4px 16px',
    borderRadius: '8px',
    border: `1px solid ${colours.line}`,
    backgroundColor: colours.panel,
    color: colours.ink,
    boxShadow: '0 4px 16px rgb(0 0 0 / 18%)',
  },
});

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Shows a toast (in place of the one before); it is also read out. It stays ten seconds, and as long as it is pointed at or has the focus. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** The place where toasts are shown and announced. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hold = useCallback(() => clearTimeout(timer.current), []);
  const release = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setToast(null), STAY_MILLISECONDS);
  }, []);
  useEffect(() => {
    if (toast) release();
    return hold;
  }, [toast, release, hold]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!toast?.action || actOf(COMMON_KEYS, event) !== 'undo' || hasOwnUndo(event.target)) return;
      event.preventDefault();
      setToast(null);
      toast.action.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [toast]);
  return (
    <ToastContext value={setToast}>
      {children}
      <div aria-live="polite" className={styles.region} role="status">
        {toast && (
          <div
            className={styles.toast}
            onBlur={release}
            onFocus={hold}
            onMouseEnter={hold}
            onMouseLeave={release}
          >
            <span>{toast.text}</span>
            {toast.action && (
              <Button
                appearance="transparent"
                onClick={() => {
                  setToast(null);
                  toast.action?.run();
                }}
                style={{ color: colours.brand, minWidth: 0 }}
              >
                {toast.action.name}
              </Button>
            )}
            <IconButton
              icon={<Dismiss16Regular />}
              name={texts.closeMessage}
              onClick={() => setToast(null)}
            />
          </div>
        )}
      </div>
    </ToastContext>
  );
}
