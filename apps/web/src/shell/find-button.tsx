import { makeStyles } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { colours, useTexts } from '@stint/ui';
import { shellTexts } from '../texts/shell/texts.ts';
import { useOverlays } from './overlays-context.ts';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    height: '32px',
    marginBottom: '8px',
    padding: '0 10px',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
    font: 'inherit',
    color: colours.dim,
    backgroundColor: colours.background,
    cursor: 'pointer',
    ':hover': { backgroundColor: colours.soft },
    ':focus-visible': { outline: `2px solid ${colours.brand}`, outlineOffset: '1px' },
  },
  keys: {
    marginLeft: 'auto',
    padding: 0,
    border: 'none',
    fontWeight: 400,
    color: colours.faint,
    backgroundColor: 'transparent',
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The door to the palette, for those who do not know its key yet. */
export function FindButton() {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const { open } = useOverlays();
  return (
    <button aria-haspopup="dialog" className={styles.button} onClick={() => open('palette')} type="button">
      <Search16Regular className={styles.icon} />
      <span className={styles.text}>{texts.find}</span>
      <kbd className={styles.keys}>Ctrl K</kbd>
    </button>
  );
}
