import { askX, pressed } from './x11.ts';

const registered = new Set<string>();

/** Key grabs of the X server. */
export const globalShortcut = {
  register: (combination: string, call: () => void): boolean => {
    if (!askX('register', combination)) return false;
    registered.add(combination);
    pressed.on(combination, call);
    return true;
  },
  unregister: (combination: string): void => {
    if (!registered.delete(combination)) return;
    pressed.removeAllListeners(combination);
    askX('unregister', combination);
  },
  unregisterAll: (): void => {
    for (const combination of registered) globalShortcut.unregister(combination);
  },
};
