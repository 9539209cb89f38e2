import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { desktopTexts } from '../texts/texts.ts';
import { useTime } from '../use-act.tsx';

const useStyles = makeStyles({
  button: {
    width: '30px',
    height: '30px',
    borderRadius: '50%',
    border: 'none',
    padding: 0,
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    cursor: 'pointer',
    backgroundColor: colours.stop,
    '::before': {
      content: '""',
      width: '11px',
      height: '11px',
      borderRadius: '2px',
      backgroundColor: '#fff',
    },
  },
});

/** Stops what runs. */
export function StopButton() {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const time = useTime();
  return (
    <button
      aria-label={texts.stopTracking}
      className={styles.button}
      onClick={() => void time({ kind: 'stop' })}
      title={texts.stopTracking}
      type="button"
    />
  );
}
