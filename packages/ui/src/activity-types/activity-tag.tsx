import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, cssColour } from '../theme/colours.ts';

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '1px 8px',
    borderRadius: '10px',
    backgroundColor: colours.soft,
    color: colours.dim,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    maxWidth: '160px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  dot: {
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    flexShrink: 0,
    boxShadow: 'inset 0 0 0 1px rgb(128 128 128 / 55%)',
  },
  ring: { boxShadow: `inset 0 0 0 1.5px ${colours.faint}` },
});

/** The coloured dot of an activity type; white, as [Not Set] is, is a ring. `color` is six hex digits. */
export function ActivityDot({ color }: { readonly color: string }) {
  const styles = useStyles();
  const isWhite = color.toLowerCase() === 'ffffff';
  return (
    <span
      aria-hidden
      className={mergeClasses(styles.dot, isWhite && styles.ring)}
      style={isWhite ? {} : { backgroundColor: cssColour(color) ?? colours.faint }}
    />
  );
}

/** An activity type as a small tag with its colour. */
export function ActivityTag({ name, color }: { readonly name: string; readonly color: string }) {
  const styles = useStyles();
  return (
    <span className={styles.tag}>
      <ActivityDot color={color} />
      {name}
    </span>
  );
}
