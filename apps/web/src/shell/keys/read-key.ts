import { actOf, type PressedKeys } from './key-table.ts';
import { SHELL_KEYS } from './shell-keys.ts';

/** What a key asks of the page, wherever the focus is. */
export type KeyWish =
  /** To the clock (product.md, Time pages): N new, S stop, C continue. */
  | { readonly kind: 'clock'; readonly act: 'new' | 'stop' | 'continue' }
  | { readonly kind: 'addTime' | 'palette' | 'shortcuts' }
  /** `g` was pressed: the next letter names a page. */
  | { readonly kind: 'goTo' }
  | { readonly kind: 'page'; readonly letter: string };

/** The keys as a keyboard event tells them. */
export type Keys = PressedKeys & Pick<KeyboardEvent, 'repeat'>;

/** Ctrl+K, or Cmd+K, which opens the palette also while one types. */
export function isPaletteKey(keys: Keys): boolean {
  return actOf(SHELL_KEYS, keys) === 'palette';
}

/** Reads a key as a wish, null for none; other keys with Ctrl, Alt or Cmd are the browser’s. `isAfterGo`: the key before was `g`. */
export function readKey(keys: Keys, isAfterGo: boolean): KeyWish | null {
  const isHeld = keys.ctrlKey || keys.metaKey || keys.altKey;
  const letter = keys.key.toLowerCase();
  if (isAfterGo && !isHeld && !keys.repeat && /^[a-z]$/.test(letter)) return { kind: 'page', letter };
  const act = actOf(SHELL_KEYS, keys);
  if (act === null || (keys.repeat && act !== 'palette')) return null;
  return act === 'new' || act === 'stop' || act === 'continue' ? { kind: 'clock', act } : { kind: act };
}

/** A box to tick takes no text. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog';

/** Whether what is pressed now is text: the focus is in a field, a menu that jumps by letters, a grid’s cell, or a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  return isWithin(target, `${FIELDS}, [role="menu"], [data-takes-letters]`);
}

/** Whether the focus is where Ctrl+Z takes typing back: in a field, or in a dialog. */
export function hasOwnUndo(target: EventTarget | null): boolean {
  return isWithin(target, FIELDS);
}

function isWithin(target: EventTarget | null, places: string): boolean {
  return target instanceof Element && target.closest(places) !== null;
}
