import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { desktopTexts } from '../texts/texts.ts';

const useStyles = makeStyles({
  // Shown only when it takes longer.
  box: {
    padding: '12px 8px',
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '100ms',
    animationDelay: '300ms',
    animationFillMode: 'both',
    '@media (prefers-reduced-motion: reduce)': { animationDelay: '300ms !important' },
  },
  card: { display: 'grid', gap: '8px', padding: '10px 0' },
  line: { display: 'block', height: '10px', borderRadius: '5px', backgroundColor: colours.soft },
});

const WIDTHS = ['72%', '54%', '80%', '61%', '67%'];

/** Grey cards while the first worklogs are on their way. */
export function HistorySkeleton() {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  return (
    <div aria-busy aria-label={texts.gettingTime} className={styles.box} role="status">
      {WIDTHS.map((width) => (
        <div className={styles.card} key={width}>
          <span className={styles.line} style={{ width }} />
          <span className={styles.line} style={{ width: '40%' }} />
        </div>
      ))}
    </div>
  );
}
