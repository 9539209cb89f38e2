import { makeStyles } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { type KeyboardEvent, type ReactNode, use, useId } from 'react';
import { ROVING } from '../keyboard/use-roving-focus.ts';
import { colours } from '../theme/colours.ts';
import { MenuContext } from './menu-context.ts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '4px 12px 4px 8px',
    '@media (max-width: 720px)': { minHeight: '40px' },
    borderRadius: '6px',
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.soft },
    ':focus': { backgroundColor: colours.soft, outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
  },
  mark: { display: 'inline-flex', flexShrink: 0, width: '16px', color: colours.brand },
  hint: { marginLeft: 'auto', color: colours.dim, fontSize: '12px' },
  title: { padding: '8px 8px 4px', fontSize: '12px', fontWeight: 600, color: colours.dim },
  rule: { height: '1px', margin: '4px 0', backgroundColor: colours.line },
});

export interface MenuItemProps {
  /** Left out, the item is an act; else it is one of some to choose from. */
  readonly isChosen?: boolean;
  /** Whether several may be chosen; the menu then stays open. */
  readonly isOneOfMany?: boolean;
  readonly onSelect: () => void;
  /** A key that does the same. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One line of a menu. */
export function MenuItem({ isChosen, isOneOfMany = false, onSelect, hint, children }: MenuItemProps) {
  const styles = useStyles();
  const close = use(MenuContext);
  const isChoice = isChosen !== undefined;
  const select = () => {
    if (!isOneOfMany) close();
    onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    select();
  };
  return (
    <div
      aria-checked={isChosen}
      className={styles.item}
      onClick={select}
      onKeyDown={onKeyDown}
      role={isChoice ? (isOneOfMany ? 'menuitemcheckbox' : 'menuitemradio') : 'menuitem'}
      tabIndex={-1}
      {...ROVING}
    >
      {isChoice && <span className={styles.mark}>{isChosen && <Checkmark16Regular />}</span>}
      {children}
      {hint !== undefined && <kbd className={styles.hint}>{hint}</kbd>}
    </div>
  );
}

/** Items of a menu that belong together, under a title. */
export function MenuGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div aria-labelledby={id} role="group">
      <div className={styles.title} id={id} role="presentation">
        {title}
      </div>
      {children}
    </div>
  );
}

/** A line between items of a menu. */
export function MenuRule() {
  return <div className={useStyles().rule} role="separator" />;
}
