import { type GridSize, moveByKey, moveByTab, type Place } from './grid-move.ts';

/** What a key asks of the grid while nothing is typed into a cell. */
export type GridWish =
  | { readonly kind: 'move'; readonly to: Place; readonly extends: boolean }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'edit' | 'list' | 'clear' | 'save' | 'chooseAll' | 'leave' }
  | { readonly kind: 'period'; readonly step: -1 | 1 };

/** The keys as a keyboard event tells them. */
export type GridKeys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Reads a key; null leaves it to the browser. `isLeaving`: Escape was the key before, so that Tab leads out of the grid. */
export function readGridKey(
  keys: GridKeys,
  place: Place,
  size: GridSize,
  isLeaving: boolean,
): GridWish | null {
  const { key, altKey, shiftKey } = keys;
  const isCommand = keys.ctrlKey || keys.metaKey;
  if (altKey) return key === 'Enter' && !isCommand ? { kind: 'list' } : null;
  if (key === 'Tab') {
    const to = isCommand || isLeaving ? null : moveByTab(shiftKey ? -1 : 1, place, size);
    return to ? { kind: 'move', to, extends: false } : null;
  }
  const to = moveByKey(key, isCommand, place, size);
  if (to) return { kind: 'move', to, extends: shiftKey };
  if (isCommand) return COMMANDS[key.toLowerCase()] ?? null;
  if (PLAIN[key]) return PLAIN[key];
  return key.length === 1 ? { kind: 'type', text: key } : null;
}

const COMMANDS: Readonly<Record<string, GridWish>> = { s: { kind: 'save' }, a: { kind: 'chooseAll' } };

const PLAIN: Readonly<Record<string, GridWish>> = {
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  ' ': { kind: 'edit' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  Escape: { kind: 'leave' },
  PageUp: { kind: 'period', step: -1 },
  PageDown: { kind: 'period', step: 1 },
};
