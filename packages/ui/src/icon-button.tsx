import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { MouseEventHandler, ReactNode } from 'react';
import { colours } from './theme/colours.ts';

const FORCED = '@media (forced-colors: active)';

/** As Fluent's small, subtle button looks; a list has hundreds of these, so they are made of nothing but a button. */
const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    margin: 0,
    padding: 0,
    overflow: 'hidden',
    border: '1px solid transparent',
    borderRadius: '6px',
    fontSize: '20px',
    color: 'var(--colorNeutralForeground2)',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    transitionDuration: '100ms',
    transitionProperty: 'background, border, color',
    ':focus-visible': {
      border: '1px solid var(--colorStrokeFocus2)',
      borderRadius: '2px',
      outline: '2px solid transparent',
      boxShadow: '0 0 0 1px var(--colorStrokeFocus2) inset',
    },
    ':hover:enabled': {
      color: 'var(--colorNeutralForeground2BrandHover)',
      backgroundColor: 'var(--colorSubtleBackgroundHover)',
      [FORCED]: { border: '1px solid Highlight', color: 'Highlight', backgroundColor: 'HighlightText' },
    },
    ':hover:active:enabled': {
      color: 'var(--colorNeutralForeground2BrandPressed)',
      backgroundColor: 'var(--colorSubtleBackgroundPressed)',
    },
    ':disabled': {
      color: 'var(--colorNeutralForegroundDisabled)',
      backgroundColor: 'transparent',
      cursor: 'not-allowed',
      [FORCED]: { border: '1px solid GrayText', color: 'GrayText', backgroundColor: 'ButtonFace' },
    },
  },
  pressed: {
    color: colours.brand,
    backgroundColor: colours.brandSoft,
    [FORCED]: { border: '1px solid Highlight', color: 'Highlight' },
  },
});

export interface IconButtonProps {
  /** The accessible name, also shown on hover. */
  readonly name: string;
  readonly icon: ReactNode;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
  readonly disabled?: boolean;
  /** Whether it is on; left out for a button that switches nothing. */
  readonly isPressed?: boolean;
}

/** A small button that is an icon only, with a name. */
export function IconButton({ name, icon, onClick, disabled = false, isPressed }: IconButtonProps) {
  const styles = useStyles();
  return (
    <button
      aria-label={name}
      aria-pressed={isPressed}
      className={mergeClasses(styles.button, isPressed && styles.pressed)}
      disabled={disabled}
      onClick={onClick}
      title={name}
      type="button"
    >
      {icon}
    </button>
  );
}
