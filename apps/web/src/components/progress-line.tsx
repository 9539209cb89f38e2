import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  line: {
    position: 'relative',
    height: '4px',
    borderRadius: '2px',
    overflow: 'hidden',
    backgroundColor: colours.soft,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  moving: {
    position: 'absolute',
    insetBlock: 0,
    width: '30%',
    borderRadius: '2px',
    backgroundColor: colours.brand,
    animationName: { from: { left: '-30%' }, to: { left: '100%' } },
    animationDuration: '1400ms',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'ease-in-out',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none', width: '100%', opacity: 0.5 },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

/** Work under way whose end nobody knows; what is done of it is said beside. */
export function ProgressLine({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <div aria-label={label} className={styles.line} role="progressbar">
      <div className={styles.moving} />
    </div>
  );
}
