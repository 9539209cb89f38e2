import { Button, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import type { ActiveView } from '../../core/app/view.ts';
import { useNow } from '../clock.ts';
import { nameOf } from '../subjects.ts';
import { desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';
import { Dialog } from './dialog.tsx';

const useStyles = makeStyles({ acts: { marginTop: '16px' } });

/** This long after its time the server has stopped the track, also while it cannot say so; milliseconds. */
const GONE = 10_000;

/** Asks whether the person is still there, with the seconds that are left to say so. */
export function ActivityCheck({ active }: { readonly active: ActiveView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { act } = useActing();
  const now = useNow();
  const { activityCheck, run } = active;
  if (activityCheck === null || run === null || now > activityCheck.answerBy + GONE) return null;
  const { id, name } = nameOf(run.subject);
  const left = Math.max(0, Math.ceil((activityCheck.answerBy - now) / 1000));
  const confirm = () => void act({ kind: 'confirmActivity' });
  return (
    <Dialog label={texts.checkTitle} onClose={confirm}>
      <h2>{texts.checkTitle}</h2>
      <p>{texts.checkText({ name: [id, name || texts.withoutName].filter(Boolean).join(' ') })}</p>
      <p aria-live="off">{texts.checkLeft({ count: left })}</p>
      <div className={styles.acts}>
        <Button appearance="primary" autoFocus onClick={confirm}>
          {texts.checkYes}
        </Button>
      </div>
    </Dialog>
  );
}
