import { makeStyles } from '@fluentui/react-components';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useRovingFocus } from '../keyboard/use-roving-focus.ts';
import { colours } from '../theme/colours.ts';
import { MenuContext } from './menu-context.ts';
import { usePopup } from './use-popup.ts';

const useStyles = makeStyles({
  menu: {
    position: 'fixed',
    margin: 0,
    padding: '4px',
    boxSizing: 'border-box',
    minWidth: '160px',
    maxWidth: 'min(360px, calc(100vw - 16px))',
    overflowY: 'auto',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    color: colours.ink,
    boxShadow: '0 4px 16px rgb(0 0 0 / 14%)',
  },
});

/** What the button that opens a menu has to carry. */
export interface MenuTriggerProps {
  readonly id: string;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
}

export interface MenuProps {
  /** Makes the button that opens the menu. */
  readonly trigger: (props: MenuTriggerProps) => ReactNode;
  /** `MenuItem`s and `MenuGroup`s. */
  readonly children: ReactNode;
}

/**
 * A menu below a button (ARIA menu button). It opens at what is chosen, else at the first item; arrow keys and letters move, Escape
 * and Tab close. It lies in the browser's top layer, so no dialog and no scrolling parent cuts it off.
 */
export function Menu({ trigger, children }: MenuProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const moveFocus = useRovingFocus(menu);
  const dismiss = useCallback(() => setOpen(false), []);
  const close = useCallback(() => {
    setOpen(false);
    document.getElementById(id)?.focus();
  }, [id]);
  usePopup(menu, id, isOpen, dismiss);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const items = menu.current?.querySelectorAll<HTMLElement>('[data-roving]') ?? [];
    const chosen = [...items].find((item) => item.ariaChecked === 'true');
    (chosen ?? items[0])?.focus();
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') close();
    else if (event.key.length === 1 && event.key !== ' ') focusByLetter(menu.current, event.key);
    else moveFocus(event);
  };
  const props: MenuTriggerProps = {
    id,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onClick: () => setOpen(!isOpen),
  };
  return (
    <>
      {trigger(props)}
      {isOpen && (
        <div
          aria-labelledby={id}
          className={styles.menu}
          onKeyDown={onKeyDown}
          popover="manual"
          ref={menu}
          role="menu"
        >
          <MenuContext value={close}>{children}</MenuContext>
        </div>
      )}
    </>
  );
}

/** Moves on to the next item that begins with a letter. */
function focusByLetter(menu: HTMLElement | null, letter: string): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])];
  const from = items.indexOf(document.activeElement as HTMLElement) + 1;
  const inOrder = [...items.slice(from), ...items.slice(0, from)];
  inOrder.find((item) => item.innerText.trim().toLowerCase().startsWith(letter.toLowerCase()))?.focus();
}
