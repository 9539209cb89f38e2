import { Button, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts } from '@stint/ui';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { DesktopView } from '../../core/app/view.ts';
import {
  combinationOf,
  HOTKEY_ACTIONS,
  type HotkeyAction,
  type HotkeyProblem,
  problemOf,
} from '../../core/settings/hotkeys.ts';
import { useBridge } from '../bridge-context.ts';
import { Keys } from '../frame/key-hint.tsx';
import { type DesktopTexts, desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';

const useStyles = makeStyles({
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '4px' },
  hint: { color: colours.dim, marginBottom: '12px' },
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '4px 8px',
    padding: '8px 0',
    borderTop: `1px solid ${colours.line}`,
  },
  name: { flex: '1 1 110px' },
  set: { flexShrink: 0, whiteSpace: 'nowrap' },
  keys: { display: 'inline-flex', gap: '4px', minHeight: '20px' },
  fault: { color: colours.fault, fontSize: '12px', paddingBottom: '8px' },
});

/** Sets each hotkey by pressing it; combinations that are taken are refused. */
export function HotkeysPanel({ view }: { readonly view: DesktopView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const bridge = useBridge();
  const { act } = useActing();
  const [setting, setSetting] = useState<HotkeyAction | null>(null);
  const [fault, setFault] = useState<{ action: HotkeyAction; problem: HotkeyProblem } | null>(null);
  const { hotkeys } = view.settings;

  useEffect(() => {
    if (setting === null) return undefined;
    void bridge.window({ kind: 'pauseHotkeys', isPaused: true });
    return () => void bridge.window({ kind: 'pauseHotkeys', isPaused: false });
  }, [bridge, setting]);

  const choose = async (action: HotkeyAction, combination: string) => {
    const problem = problemOf(hotkeys, action, combination);
    const isFree = problem === null && (combination === '' || (await bridge.isHotkeyFree(combination)));
    if (problem !== null || !isFree) return setFault({ action, problem: problem ?? 'taken' });
    setFault(null);
    setSetting(null);
    await act({ kind: 'settings', change: { hotkeys: { [action]: combination } } });
  };
  const onKeyDown = (action: HotkeyAction, event: KeyboardEvent) => {
    if (setting !== action || (event.key === 'Tab' && !event.ctrlKey && !event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setSetting(null);
    const combination = combinationOf(event.nativeEvent);
    if (combination !== null) void choose(action, combination);
  };
  return (
    <section aria-label={texts.hotkeys}>
      <h2 className={styles.title}>{texts.hotkeys}</h2>
      <p className={styles.hint}>{texts.hotkeysHint}</p>
      <ul>
        {HOTKEY_ACTIONS.map((action) => (
          <li key={action}>
            <div className={styles.line}>
              <span className={styles.name}>{nameOfAction(action, texts)}</span>
              <span className={styles.keys}>
                <Keys combination={hotkeys[action]} />
              </span>
              <Button
                aria-label={texts.setHotkeyOf({ name: nameOfAction(action, texts) })}
                aria-pressed={setting === action}
                className={styles.set}
                onBlur={() => setSetting((known) => (known === action ? null : known))}
                onClick={() => setSetting(action)}
                onKeyDown={(event) => onKeyDown(action, event)}
                size="small"
              >
                {setting === action ? texts.pressKeys : texts.set}
              </Button>
              <IconButton
                disabled={hotkeys[action] === ''}
                icon={<Dismiss16Regular />}
                name={texts.noHotkeyFor({ name: nameOfAction(action, texts) })}
                onClick={() => void choose(action, '')}
              />
            </div>
            {view.system.takenHotkeys.includes(action) && fault?.action !== action && (
              <p className={styles.fault}>{texts.hotkeyTaken}</p>
            )}
            {fault?.action === action && (
              <p className={styles.fault} role="alert">
                {faultText(fault.problem, texts)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOfAction(action: HotkeyAction, texts: DesktopTexts): string {
  const names: Readonly<Record<HotkeyAction, string>> = {
    confirmActivity: texts.confirmActivity,
    startStop: texts.startOrStop,
    show: texts.showStint,
    addTime: texts.addTime,
  };
  return names[action];
}

function faultText(problem: HotkeyProblem, texts: DesktopTexts): string {
  const names: Readonly<Record<HotkeyProblem, string>> = {
    noModifier: texts.hotkeyNoModifier,
    unknownKey: texts.hotkeyUnknownKey,
    usedHere: texts.hotkeyUsedHere,
    taken: texts.hotkeyTaken,
  };
  return names[problem];
}
