import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowMinimize16Regular } from '@fluentui/react-icons/svg/arrow-minimize';
import { Building16Regular } from '@fluentui/react-icons/svg/building';
import { Settings16Regular } from '@fluentui/react-icons/svg/settings';
import { colours, IconButton, useTexts } from '@stint/ui';
import type { ActiveView } from '../../core/app/view.ts';
import { useBridge } from '../bridge-context.ts';
import type { Show } from '../panel.ts';
import { desktopTexts } from '../texts/texts.ts';
import { RunningLine } from './running-line.tsx';
import { StopButton } from './stop-button.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    height: '46px',
    padding: '0 12px',
    flexShrink: 0,
    borderBottom: `1px solid ${colours.line}`,
  },
  running: { backgroundColor: colours.runSoft },
});

/** What runs is seen first: on a green ground, with its time and the stop. */
export function TitleBar({ active, show }: { readonly active: ActiveView; readonly show: Show }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const bridge = useBridge();
  return (
    <header className={mergeClasses(styles.bar, active.run !== null && styles.running)}>
      <RunningLine run={active.run} />
      {active.run && <StopButton />}
      <IconButton
        icon={<Building16Regular />}
        name={texts.organizations}
        onClick={() => show({ kind: 'organizations' })}
      />
      <IconButton
        icon={<Settings16Regular />}
        name={texts.settings}
        onClick={() => show({ kind: 'settings' })}
      />
      <IconButton
        icon={<ArrowMinimize16Regular />}
        name={texts.smallBar}
        onClick={() => void bridge.window({ kind: 'minimize' })}
      />
    </header>
  );
}
