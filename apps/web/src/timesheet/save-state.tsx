import { Button, makeStyles } from '@fluentui/react-components';
import { instant, toWallTime } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useEffect, useState } from 'react';
import { commonTexts } from '../texts/common/texts.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';

const JUST_NOW = 60_000;

const useStyles = makeStyles({
  state: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '24px',
    marginLeft: 'auto',
    fontSize: '12px',
    color: colours.faint,
  },
  fault: { color: colours.fault },
});

interface SaveStateProps {
  readonly running: number;
  readonly unsaved: number;
  /** Epoch milliseconds; null while nothing was saved. */
  readonly savedAt: number | null;
  readonly onRetry: () => void;
}

/** Whether what was typed is saved: in a word at the foot of the sheet. */
export function SaveState({ running, unsaved, savedAt, onRetry }: SaveStateProps) {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const isFresh = useIsFresh(savedAt);
  if (running === 0 && unsaved > 0)
    return (
      <div className={styles.state} role="status">
        <span className={styles.fault}>{texts.unsaved({ count: unsaved })}</span>
        <Button onClick={onRetry} size="small">
          {common.tryAgain}
        </Button>
      </div>
    );
  const at = savedAt === null ? '' : formats.time(toWallTime(instant(savedAt), formats.settings.timeZone));
  const saved = savedAt === null ? '' : isFresh ? texts.savedJustNow : texts.savedAt({ time: at });
  return (
    <div className={styles.state} role="status">
      {running > 0 ? texts.saving : saved}
    </div>
  );
}

/** Whether something happened within the last minute. */
function useIsFresh(at: number | null): boolean {
  const [isFresh, setFresh] = useState(true);
  useEffect(() => {
    setFresh(true);
    if (at === null) return undefined;
    const timer = setTimeout(() => setFresh(false), JUST_NOW);
    return () => clearTimeout(timer);
  }, [at]);
  return isFresh;
}
