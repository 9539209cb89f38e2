import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronLeft16Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { colours, useTexts } from '@stint/ui';
import { useEffect } from 'react';
import { actOf, capsOf } from '../shell/keys/key-table.ts';
import { isTyping } from '../shell/keys/read-key.ts';
import { PERIOD_KEYS, stepOf } from '../shell/keys/shell-keys.ts';
import { periodsTexts } from '../texts/periods/texts.ts';

const useStyles = makeStyles({
  box: {
    display: 'inline-flex',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '30px',
    padding: '0 8px',
    border: 'none',
    font: 'inherit',
    color: colours.dim,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '-2px' },
  },
  name: {
    justifyContent: 'center',
    padding: '0 12px',
    color: colours.ink,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  current: {
    color: colours.brand,
    backgroundColor: colours.brandSoft,
    ':hover': { backgroundColor: colours.brandSoft },
  },
});

interface PeriodNavigatorProps {
  /** The period in words: `16 – 22 Nov`. */
  readonly name: string;
  /** Whether today lies in the period. */
  readonly isCurrent: boolean;
  /** Leads to the period before (-1), after (1), or with today in it (0). */
  readonly onMove: (step: -1 | 0 | 1) => void;
}

/** ‹ 16 – 22 Nov ›: leads through weeks, months or days, also with Page Up and Page Down; a click on the name leads to today. */
export function PeriodNavigator({ name, isCurrent, onMove }: PeriodNavigatorProps) {
  const styles = useStyles();
  const texts = useTexts(periodsTexts);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = stepOf(actOf(PERIOD_KEYS, event));
      if (step === null || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      onMove(step);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onMove]);
  return (
    <div aria-label={name} className={styles.box} role="group">
      <button
        aria-label={texts.earlier}
        className={styles.button}
        onClick={() => onMove(-1)}
        title={capsOf(PERIOD_KEYS.earlier).join(' ')}
        type="button"
      >
        <ChevronLeft16Regular />
      </button>
      <button
        aria-live="polite"
        className={mergeClasses(styles.button, styles.name, isCurrent && styles.current)}
        onClick={() => onMove(0)}
        title={texts.today}
        type="button"
      >
        {name}
      </button>
      <button
        aria-label={texts.later}
        className={styles.button}
        onClick={() => onMove(1)}
        title={capsOf(PERIOD_KEYS.later).join(' ')}
        type="button"
      >
        <ChevronRight16Regular />
      </button>
    </div>
  );
}
