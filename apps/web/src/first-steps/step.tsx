import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { colours, useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import { firstStepsTexts } from '../texts/first-steps/texts.ts';

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    gap: '4px 12px',
    alignItems: 'start',
    padding: '12px 0',
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none', paddingTop: '4px' },
    ':last-child': { paddingBottom: 0 },
    '@media (max-width: 560px)': { gridTemplateColumns: '28px minmax(0, 1fr)' },
  },
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '26px',
    height: '26px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `1px solid ${colours.line}`,
    fontSize: '12px',
    fontWeight: 600,
    color: colours.dim,
  },
  markNext: { color: colours.onBrand, backgroundColor: colours.brand },
  markDone: { color: colours.run, backgroundColor: colours.runSoft },
  title: { fontWeight: 600 },
  text: { margin: 0, color: colours.dim, maxWidth: '68ch' },
  act: { '@media (max-width: 560px)': { gridColumn: '2', justifySelf: 'start' } },
});

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** The name of what one does. */
  readonly act: string;
  readonly isDone: boolean;
  /** Whether it is the first that is not done. */
  readonly isNext: boolean;
  readonly onAct: () => void;
  readonly children?: ReactNode;
}

/** One of the first steps. */
export function Step({ number, title, text, act, isDone, isNext, onAct, children }: StepProps) {
  const styles = useStyles();
  const texts = useTexts(firstStepsTexts);
  return (
    <li className={styles.step}>
      <span className={mergeClasses(styles.mark, isNext && styles.markNext, isDone && styles.markDone)}>
        {isDone ? <Checkmark16Regular aria-label={texts.doneMark} /> : number}
      </span>
      <div>
        <div className={styles.title}>{title}</div>
        {!isDone && <p className={styles.text}>{text}</p>}
        {!isDone && children}
      </div>
      {!isDone && (
        <Button appearance={isNext ? 'primary' : 'secondary'} className={styles.act} onClick={onAct}>
          {act}
        </Button>
      )}
    </li>
  );
}
