import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { shellTexts } from '../texts/shell/texts.ts';
import { useWaitingWeeks } from './use-waiting-weeks.ts';

const useStyles = makeStyles({
  badge: {
    padding: '0 8px',
    borderRadius: '10px',
    fontSize: '12px',
    fontWeight: 400,
    backgroundColor: colours.soft,
    color: colours.dim,
  },
});

const MOST_SHOWN = 99;

/** How many weeks wait for the person’s decision; nothing when there are none. */
export function WaitingBadge() {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const count = useWaitingWeeks();
  if (count === 0) return null;
  return (
    <span aria-label={texts.waitingForYou({ count })} className={styles.badge} role="img">
      {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
    </span>
  );
}
