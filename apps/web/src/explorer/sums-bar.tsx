import { makeStyles } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import { explorerTexts } from '../texts/explorer/texts.ts';
import type { Sums } from './data/rows.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 20px',
    flexShrink: 0,
    minHeight: '32px',
    color: colours.dim,
    fontVariantNumeric: 'tabular-nums',
  },
  number: { color: colours.ink, fontWeight: 600 },
  waiting: { opacity: 0.5 },
});

interface SumsBarProps {
  readonly sums: Sums | undefined;
  /** Whether the sums are of what is asked for now. */
  readonly isFresh: boolean;
  readonly seesBudgets: boolean;
}

/** What all worklogs of the view add up to. */
export function SumsBar({ sums, isFresh, seesBudgets }: SumsBarProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const formats = useFormats();
  if (!sums) return <div className={styles.bar} />;
  return (
    <div
      aria-label={texts.sums}
      aria-live="polite"
      className={`${styles.bar} ${isFresh ? '' : styles.waiting}`}
      role="group"
    >
      <span className={styles.number}>{texts.worklogs({ count: sums.count })}</span>
      <span>
        {texts.total}{' '}
        <span className={styles.number} data-sum="seconds">
          {formats.length(sums.seconds)}
        </span>
      </span>
      {seesBudgets && (
        <span>
          {texts.billable}{' '}
          <span className={styles.number} data-sum="billable">
            {formats.length(sums.billableSeconds)}
          </span>
        </span>
      )}
    </div>
  );
}
