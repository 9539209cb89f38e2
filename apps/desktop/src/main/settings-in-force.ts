import type { NativeTheme } from 'electron';
import type { SystemView } from '../core/app/view.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { HotkeyKeeper } from './hotkeys.ts';
import type { LoginStart } from './login-start.ts';
import type { Windows } from './windows.ts';

export interface SettingsInForce {
  /** What the system did not take of the settings. */
  readonly refused: () => Pick<SystemView, 'takenHotkeys' | 'canStartAtLogin'>;
  /** Puts settings in force; never rejects. Tells whether what the system refuses is another than before. */
  readonly apply: (settings: Settings) => Promise<boolean>;
}

export interface SettingsInForceParts {
  readonly theme: Pick<NativeTheme, 'themeSource'>;
  readonly windows: Pick<Windows, 'setAlwaysOnTop'>;
  readonly hotkeys: Pick<HotkeyKeeper, 'apply'>;
  readonly loginStart: LoginStart;
  readonly canHaveHotkeys: () => boolean;
}

/** Lets the settings of the app hold on this system, each when it changes. */
export function createSettingsInForce(parts: SettingsInForceParts): SettingsInForce {
  let last: Settings | null = null;
  let refused: ReturnType<SettingsInForce['refused']> = { takenHotkeys: [], canStartAtLogin: true };

  async function startsAtLogin(isOn: boolean): Promise<boolean> {
    try {
      await parts.loginStart.set(isOn);
      return true;
    } catch {
      return false;
    }
  }

  return {
    refused: () => refused,
    apply: async (settings) => {
      const before = JSON.stringify(refused);
      const known = last;
      last = settings;
      if (known?.theme !== settings.theme) parts.theme.themeSource = settings.theme;
      if (known?.isAlwaysOnTop !== settings.isAlwaysOnTop)
        parts.windows.setAlwaysOnTop(settings.isAlwaysOnTop);
      const takenHotkeys = parts.hotkeys.apply(
        settings.hotkeys,
        settings.areHotkeysOn && parts.canHaveHotkeys(),
      );
      const isLoginAsKnown = known?.startsAtLogin === settings.startsAtLogin;
      const canStartAtLogin = isLoginAsKnown
        ? refused.canStartAtLogin
        : await startsAtLogin(settings.startsAtLogin);
      refused = { takenHotkeys, canStartAtLogin };
      return JSON.stringify(refused) !== before;
    },
  };
}
