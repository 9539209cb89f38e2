import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  name: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
  pill: {
    padding: '2px 10px',
    borderRadius: '10px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  good: { backgroundColor: colours.runSoft, color: colours.run },
  warning: { backgroundColor: colours.warnSoft, color: colours.warn },
  bad: { backgroundColor: colours.faultSoft, color: colours.fault },
});

export type HealthTone = 'good' | 'warning' | 'bad';

interface HealthNameProps {
  readonly name: string;
  /** How it is doing, in a word; left out while nobody knows. */
  readonly state?: string | undefined;
  readonly tone?: HealthTone | undefined;
}

/** The name of something that works or does not, and how it is doing. */
export function HealthName({ name, state, tone = 'good' }: HealthNameProps) {
  const styles = useStyles();
  return (
    <span className={styles.name}>
      {name}
      {state !== undefined && <span className={mergeClasses(styles.pill, styles[tone])}>{state}</span>}
    </span>
  );
}
