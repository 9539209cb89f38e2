import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowMaximize16Regular } from '@fluentui/react-icons/svg/arrow-maximize';
import { colours, IconButton, useTexts } from '@stint/ui';
import { useEffect } from 'react';
import type { DesktopView } from '../../core/app/view.ts';
import { useBridge } from '../bridge-context.ts';
import { RunningLine } from '../frame/running-line.tsx';
import { StopButton } from '../frame/stop-button.tsx';
import { desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '8px', height: '100vh', padding: '0 10px' },
  running: { backgroundColor: colours.runSoft },
  handle: {
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: 0,
    '-webkit-app-region': 'drag',
  },
});

/** The small bar that stays on top: what runs, its time, stop, expand. */
export function MiniForm({ view }: { readonly view: DesktopView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const bridge = useBridge();
  const { fault } = useActing();
  const run = view.active?.run ?? null;
  const isTrouble = fault !== null || view.notes.some(({ kind }) => kind === 'diskFull');
  // There is no room here to say what went wrong.
  useEffect(() => {
    if (isTrouble) void bridge.window({ kind: 'expand' });
  }, [bridge, isTrouble]);
  return (
    <main className={mergeClasses(styles.bar, run !== null && styles.running)}>
      <span className={styles.handle}>
        <RunningLine isSmall run={run} />
      </span>
      {run && <StopButton />}
      <IconButton
        icon={<ArrowMaximize16Regular />}
        name={texts.expand}
        onClick={() => void bridge.window({ kind: 'expand' })}
      />
    </main>
  );
}
