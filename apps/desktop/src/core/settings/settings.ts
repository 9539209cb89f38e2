import { defaultHotkeys, HOTKEY_ACTIONS, type Hotkeys, problemOf } from './hotkeys.ts';

/** What a person chose on this computer. */
export interface Settings {
  /** Stop tracking when the computer is locked or falls asleep. */
  readonly stopsOnLock: boolean;
  readonly startsAtLogin: boolean;
  readonly isAlwaysOnTop: boolean;
  /** Minutes without a key or the mouse after which the time is asked about; null never asks. */
  readonly idleAfterMinutes: number | null;
  /** Whether using the keyboard or mouse answers the activity check. */
  readonly inputConfirmsActivity: boolean;
  readonly areHotkeysOn: boolean;
  readonly hotkeys: Hotkeys;
  readonly theme: (typeof THEMES)[number];
  /** A language of the app's texts, or as the system has it. */
  readonly language: string;
  readonly updateChannel: (typeof CHANNELS)[number];
}

const THEMES = ['system', 'light', 'dark'] as const;
const CHANNELS = ['stable', 'beta'] as const;

export const defaultSettings: Settings = {
  stopsOnLock: false,
  startsAtLogin: false,
  isAlwaysOnTop: false,
  idleAfterMinutes: 10,
  inputConfirmsActivity: false,
  areHotkeysOn: true,
  hotkeys: defaultHotkeys,
  theme: 'system',
  language: 'system',
  updateChannel: 'stable',
};

/** Reads stored or sent settings; what is missing or makes no sense keeps the value it has in `known`. */
export function readSettings(value: unknown, known: Settings = defaultSettings): Settings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const flag = (
    name: 'stopsOnLock' | 'startsAtLogin' | 'isAlwaysOnTop' | 'inputConfirmsActivity' | 'areHotkeysOn',
  ) => {
    const found = given[name];
    return typeof found === 'boolean' ? found : known[name];
  };
  return {
    stopsOnLock: flag('stopsOnLock'),
    startsAtLogin: flag('startsAtLogin'),
    isAlwaysOnTop: flag('isAlwaysOnTop'),
    inputConfirmsActivity: flag('inputConfirmsActivity'),
    areHotkeysOn: flag('areHotkeysOn'),
    idleAfterMinutes: isIdleTime(given.idleAfterMinutes) ? given.idleAfterMinutes : known.idleAfterMinutes,
    hotkeys: readHotkeys(given.hotkeys, known.hotkeys),
    theme: oneOf(THEMES, given.theme) ?? known.theme,
    language:
      typeof given.language === 'string' && /^[a-z]{2,8}$/.test(given.language)
        ? given.language
        : known.language,
    updateChannel: oneOf(CHANNELS, given.updateChannel) ?? known.updateChannel,
  };
}

function isIdleTime(value: unknown): value is number | null {
  return (
    value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 480)
  );
}

function readHotkeys(value: unknown, known: Hotkeys): Hotkeys {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return HOTKEY_ACTIONS.reduce((hotkeys, action) => {
    const combination = given[action];
    const isUsable = typeof combination === 'string' && problemOf(hotkeys, action, combination) === null;
    return isUsable ? { ...hotkeys, [action]: combination } : hotkeys;
  }, known);
}

function oneOf<const Names extends readonly string[]>(names: Names, value: unknown): Names[number] | null {
  return names.find((each) => each === value) ?? null;
}
