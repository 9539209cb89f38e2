import { Button, Field, makeStyles, Select, Switch } from '@fluentui/react-components';
import { colours, LANGUAGE_NAMES, LANGUAGES, useTexts } from '@stint/ui';
import type { DesktopView } from '../../core/app/view.ts';
import { useBridge } from '../bridge-context.ts';
import type { Show } from '../panel.ts';
import { desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';

const useStyles = makeStyles({
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '12px' },
  part: { display: 'flex', flexDirection: 'column', gap: '10px', paddingBottom: '16px' },
  hint: { color: colours.dim, fontSize: '12px' },
  links: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

/** Minutes without input that can be chosen; `never` switches the question off. */
const IDLE_CHOICES = [2, 5, 10, 15, 30, 60];

/** What a person chooses on this computer; every choice holds at once. */
export function SettingsPanel({ view, show }: { readonly view: DesktopView; readonly show: Show }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const bridge = useBridge();
  const { act } = useActing();
  const { settings, system } = view;
  const change = (part: Record<string, unknown>) => void act({ kind: 'settings', change: part });
  const flag = (
    name: 'stopsOnLock' | 'startsAtLogin' | 'isAlwaysOnTop' | 'inputConfirmsActivity',
    label: string,
  ) => (
    <Switch
      checked={settings[name]}
      label={label}
      onChange={(_, { checked }) => change({ [name]: checked })}
    />
  );
  return (
    <section aria-label={texts.settings}>
      <h2 className={styles.title}>{texts.settings}</h2>
      <div className={styles.part}>
        {flag('stopsOnLock', texts.stopOnLock)}
        {flag('startsAtLogin', texts.startAtLogin)}
        {flag('isAlwaysOnTop', texts.alwaysOnTop)}
        {flag('inputConfirmsActivity', texts.inputConfirms)}
        <Field hint={system.canTellIdle ? null : texts.cannotTellIdle} label={texts.askAfterIdle}>
          <Select
            disabled={!system.canTellIdle}
            onChange={(_, { value }) =>
              change({ idleAfterMinutes: value === 'never' ? null : Number(value) })
            }
            value={String(settings.idleAfterMinutes ?? 'never')}
          >
            {IDLE_CHOICES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {texts.minutes({ count: minutes })}
              </option>
            ))}
            <option value="never">{texts.never}</option>
          </Select>
        </Field>
      </div>
      <div className={styles.part}>
        <Switch
          checked={settings.areHotkeysOn}
          disabled={!system.canHaveHotkeys}
          label={texts.hotkeysOn}
          onChange={(_, { checked }) => change({ areHotkeysOn: checked })}
        />
        {!system.canHaveHotkeys && <p className={styles.hint}>{texts.cannotHaveHotkeys}</p>}
        {system.takenHotkeys.length > 0 && <p className={styles.hint}>{texts.someHotkeysTaken}</p>}
        <div>
          <Button disabled={!settings.areHotkeysOn} onClick={() => show({ kind: 'hotkeys' })}>
            {texts.setHotkeys}
          </Button>
        </div>
      </div>
      <div className={styles.part}>
        <Field label={texts.theme}>
          <Select onChange={(_, { value }) => change({ theme: value })} value={settings.theme}>
            <option value="system">{texts.asSystem}</option>
            <option value="light">{texts.light}</option>
            <option value="dark">{texts.dark}</option>
          </Select>
        </Field>
        <Field label={texts.language}>
          <Select onChange={(_, { value }) => change({ language: value })} value={settings.language}>
            <option value="system">{texts.asSystem}</option>
            {LANGUAGES.map((language) => (
              <option key={language} lang={language} value={language}>
                {LANGUAGE_NAMES[language]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.part}>
        <Field
          hint={system.canUpdate ? texts.updateChannelHint : texts.cannotUpdate}
          label={texts.updateChannel}
        >
          <Select
            disabled={!system.canUpdate}
            onChange={(_, { value }) => change({ updateChannel: value })}
            value={settings.updateChannel}
          >
            <option value="stable">{texts.channelStable}</option>
            <option value="beta">{texts.channelBeta}</option>
          </Select>
        </Field>
      </div>
      <div className={styles.part}>
        <p>{texts.about({ version: system.version })}</p>
        <div className={styles.links}>
          <Button onClick={() => void bridge.window({ kind: 'open', what: 'web' })} size="small">
            {texts.openWeb}
          </Button>
          <Button onClick={() => void bridge.window({ kind: 'open', what: 'source' })} size="small">
            {texts.sourceCode}
          </Button>
        </div>
      </div>
    </section>
  );
}
