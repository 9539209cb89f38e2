import { Button, makeStyles } from '@fluentui/react-components';
import { colours, LANGUAGE_NAMES, LANGUAGES, useTexts } from '@stint/ui';
import type { DesktopView, SystemView } from '../../core/app/view.ts';
import { useBridge } from '../bridge-context.ts';
import type { Show } from '../panel.ts';
import { type DesktopTexts, desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';
import { SelectLine, SwitchLine } from './setting-line.tsx';

const useStyles = makeStyles({
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '12px' },
  part: { paddingBottom: '16px' },
  keys: { paddingBottom: '12px' },
  about: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    flexWrap: 'wrap',
    paddingTop: '12px',
    borderTop: `1px solid ${colours.line}`,
  },
  version: { flexGrow: 1 },
});

/** Minutes without input that can be chosen; `never` switches the question off. */
const IDLE_CHOICES = [2, 5, 10, 15, 30, 60];

/** What a person chooses on this computer; every choice holds at once. What this system cannot do says so. */
export function SettingsPanel({ view, show }: { readonly view: DesktopView; readonly show: Show }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { act } = useActing();
  const { settings, system } = view;
  const change = (part: Record<string, unknown>) => void act({ kind: 'settings', change: part });
  const flag = (
    name: 'stopsOnLock' | 'startsAtLogin' | 'isAlwaysOnTop' | 'inputConfirmsActivity',
    label: string,
    hint: string | null = null,
  ) => (
    <SwitchLine
      hint={hint}
      isOn={settings[name]}
      label={label}
      onChange={(isOn) => change({ [name]: isOn })}
    />
  );
  return (
    <section aria-label={texts.settings}>
      <h2 className={styles.title}>{texts.settings}</h2>
      <div className={styles.part}>
        {flag('stopsOnLock', texts.stopOnLock, system.canTellLock ? null : texts.cannotTellLock)}
        {flag('inputConfirmsActivity', texts.inputConfirms)}
        <SelectLine
          choices={[
            ...IDLE_CHOICES.map((count) => [String(count), texts.minutes({ count })] as const),
            ['never', texts.never],
          ]}
          hint={system.canTellIdle ? null : texts.cannotTellIdle}
          isDisabled={!system.canTellIdle}
          label={texts.askAfterIdle}
          onChange={(value) => change({ idleAfterMinutes: value === 'never' ? null : Number(value) })}
          value={String(settings.idleAfterMinutes ?? 'never')}
        />
      </div>
      <div className={styles.part}>
        {flag('startsAtLogin', texts.startAtLogin, system.canStartAtLogin ? null : texts.cannotStartAtLogin)}
        {flag('isAlwaysOnTop', texts.alwaysOnTop)}
        <SwitchLine
          hint={hotkeysHint(system, texts)}
          isDisabled={!system.canHaveHotkeys}
          isOn={settings.areHotkeysOn && system.canHaveHotkeys}
          label={texts.hotkeysOn}
          onChange={(isOn) => change({ areHotkeysOn: isOn })}
        />
        <div className={styles.keys}>
          <Button
            disabled={!settings.areHotkeysOn || !system.canHaveHotkeys}
            onClick={() => show({ kind: 'hotkeys' })}
            size="small"
          >
            {texts.setHotkeys}
          </Button>
        </div>
        <SelectLine
          choices={[
            ['system', texts.asSystem],
            ['light', texts.light],
            ['dark', texts.dark],
          ]}
          label={texts.theme}
          onChange={(theme) => change({ theme })}
          value={settings.theme}
        />
        <SelectLine
          choices={[
            ['system', texts.asSystem],
            ...LANGUAGES.map((each) => [each, LANGUAGE_NAMES[each]] as const),
          ]}
          label={texts.language}
          onChange={(language) => change({ language })}
          value={settings.language}
        />
        <SelectLine
          choices={[
            ['stable', texts.channelStable],
            ['beta', texts.channelBeta],
          ]}
          hint={system.canUpdate ? texts.updateChannelHint : texts.cannotUpdate}
          isDisabled={!system.canUpdate}
          label={texts.updateChannel}
          onChange={(updateChannel) => change({ updateChannel })}
          value={settings.updateChannel}
        />
      </div>
      <About texts={texts} version={system.version} />
    </section>
  );
}

function hotkeysHint({ canHaveHotkeys, takenHotkeys }: SystemView, texts: DesktopTexts): string | null {
  if (!canHaveHotkeys) return texts.cannotHaveHotkeys;
  return takenHotkeys.length > 0 ? texts.someHotkeysTaken : null;
}

function About({ texts, version }: { readonly texts: DesktopTexts; readonly version: string }) {
  const styles = useStyles();
  const bridge = useBridge();
  return (
    <div className={styles.about}>
      <span className={styles.version}>{texts.about({ version })}</span>
      <Button onClick={() => void bridge.window({ kind: 'open', what: 'web' })} size="small">
        {texts.openWeb}
      </Button>
      <Button onClick={() => void bridge.window({ kind: 'open', what: 'source' })} size="small">
        {texts.sourceCode}
      </Button>
    </div>
  );
}
