import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '100ms',
    animationDelay: '300ms',
    animationFillMode: 'both',
    '@media (prefers-reduced-motion: reduce)': { animationDelay: '300ms !important' },
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    height: '36px',
    padding: '0 12px',
    borderTop: `1px solid ${colours.line}`,
    ':first-child': { borderTop: 'none' },
  },
  line: { height: '10px', borderRadius: '5px', backgroundColor: colours.soft },
});

const WIDTHS = ['38%', '52%', '30%', '46%', '41%', '27%', '49%', '35%'];

/** Grey rows in place of a list that is being loaded; shown only when loading takes longer than 300 ms. */
export function SkeletonRows({ rows, label }: { readonly rows: number; readonly label: string }) {
  const styles = useStyles();
  return (
    <div aria-busy aria-label={label} className={styles.box} role="status">
      {Array.from({ length: rows }, (_, index) => (
        <div className={styles.row} key={index}>
          <span className={styles.line} style={{ width: WIDTHS[index % WIDTHS.length] }} />
          <span className={styles.line} style={{ width: '44px' }} />
        </div>
      ))}
    </div>
  );
}
