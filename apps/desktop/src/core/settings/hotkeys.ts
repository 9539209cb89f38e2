/** What a hotkey does, wherever the focus is. */
export const HOTKEY_ACTIONS = ['confirmActivity', 'startStop', 'show', 'addTime'] as const;
export type HotkeyAction = (typeof HOTKEY_ACTIONS)[number];

/** A combination in Electron's spelling for each action, such as `CommandOrControl+Alt+T`; empty for none. */
export type Hotkeys = Readonly<Record<HotkeyAction, string>>;

export const defaultHotkeys: Hotkeys = {
  confirmActivity: 'CommandOrControl+Alt+A',
  startStop: 'CommandOrControl+Alt+T',
  show: 'CommandOrControl+Alt+S',
  addTime: 'CommandOrControl+Alt+N',
};

/** Why a combination cannot be a hotkey. `taken`: another program or the system has it. */
export type HotkeyProblem = 'noModifier' | 'unknownKey' | 'usedHere' | 'taken';

/** The keys of a keyboard event that make a combination. */
export interface PressedKeys {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
  Backspace: 'Backspace',
  Tab: 'Tab',
};

/** The combination that is being pressed; null while only modifiers are down or the key can be none. */
export function combinationOf(pressed: PressedKeys): string | null {
  const key = keyOf(pressed.code);
  if (key === null) return null;
  const modifiers = [
    pressed.ctrlKey && 'Control',
    pressed.metaKey && 'Super',
    pressed.altKey && 'Alt',
    pressed.shiftKey && 'Shift',
  ].filter((each) => each !== false);
  return [...modifiers, key].join('+');
}

function keyOf(code: string): string | null {
  const letter = /^Key([A-Z])$|^Digit(\d)$|^(F\d{1,2})$/.exec(code);
  return letter ? (letter[1] ?? letter[2] ?? letter[3] ?? null) : (NAMED[code] ?? null);
}

/** Checks a combination for an action before the system is asked: it needs Ctrl, Alt or the command key and must not stand here twice. */
export function problemOf(hotkeys: Hotkeys, action: HotkeyAction, combination: string): HotkeyProblem | null {
  if (combination === '') return null;
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  if (
    !/^([A-Z\d]|F([1-9]|1\d|2[0-4])|Space|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Tab)$/.test(
      key,
    )
  )
    return 'unknownKey';
  if (!parts.every((each) => MODIFIERS.has(each))) return 'unknownKey';
  const isFunctionKey = /^F\d/.test(key);
  if (!isFunctionKey && !parts.some((each) => each !== 'Shift')) return 'noModifier';
  const isUsed = HOTKEY_ACTIONS.some(
    (each) => each !== action && normal(hotkeys[each]) === normal(combination),
  );
  return isUsed ? 'usedHere' : null;
}

const MODIFIERS = new Set(['CommandOrControl', 'Control', 'Command', 'Super', 'Alt', 'Shift']);

function normal(combination: string): string {
  return combination.replace('CommandOrControl', 'Control').split('+').sort().join('+');
}
