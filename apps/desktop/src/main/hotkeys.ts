import type { GlobalShortcut } from 'electron';
import { HOTKEY_ACTIONS, type HotkeyAction, type Hotkeys } from '../core/settings/hotkeys.ts';

export interface HotkeyKeeper {
  /** Puts the combinations in force; tells which the system did not give away. */
  readonly apply: (hotkeys: Hotkeys, isOn: boolean) => readonly HotkeyAction[];
  readonly pause: (isPaused: boolean) => void;
  /** Whether the system would give a combination away now. */
  readonly isFree: (combination: string) => boolean;
}

/** Hotkeys that work wherever the focus is. */
export function createHotkeys(
  shortcuts: Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll'>,
  pressed: (action: HotkeyAction) => void,
): HotkeyKeeper {
  let last: { readonly hotkeys: Hotkeys; readonly isOn: boolean } | null = null;
  let taken: readonly HotkeyAction[] = [];
  let isPaused = false;
  const register = (combination: string, call: () => void): boolean => {
    try {
      return shortcuts.register(combination, call);
    } catch {
      return false;
    }
  };
  const apply = () => {
    shortcuts.unregisterAll();
    taken = [];
    if (!last?.isOn || isPaused) return;
    const { hotkeys } = last;
    taken = HOTKEY_ACTIONS.filter(
      (action) => hotkeys[action] !== '' && !register(hotkeys[action], () => pressed(action)),
    );
  };
  return {
    apply: (hotkeys, isOn) => {
      const isSame =
        last !== null && last.isOn === isOn && JSON.stringify(last.hotkeys) === JSON.stringify(hotkeys);
      last = { hotkeys, isOn };
      if (!isSame) apply();
      return taken;
    },
    pause: (next) => {
      isPaused = next;
      apply();
    },
    isFree: (combination) => {
      const isFree = register(combination, () => undefined);
      if (isFree) shortcuts.unregister(combination);
      return isFree;
    },
  };
}
