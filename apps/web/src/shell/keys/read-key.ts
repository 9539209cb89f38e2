/** What a key asks of the page, wherever the focus is. */
export type KeyWish =
  /** To the clock (product.md, Time pages): N new, S stop, C continue. */
  | { readonly kind: 'clock'; readonly act: 'new' | 'stop' | 'continue' }
  | { readonly kind: 'addTime' | 'palette' | 'shortcuts' }
  /** `g` was pressed: the next letter names a page. */
  | { readonly kind: 'goTo' }
  | { readonly kind: 'page'; readonly letter: string };

const WISHES: Readonly<Record<string, KeyWish>> = {
  n: { kind: 'clock', act: 'new' },
  s: { kind: 'clock', act: 'stop' },
  c: { kind: 'clock', act: 'continue' },
  a: { kind: 'addTime' },
  g: { kind: 'goTo' },
  '?': { kind: 'shortcuts' },
};

/** The keys as a keyboard event tells them. */
export type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

/** Ctrl+K, or Cmd+K, which opens the palette also while one types. */
export function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
}

/** Reads a key as a wish, null for none; other keys with Ctrl, Alt or Cmd are the browser’s. `isAfterGo`: the key before was `g`. */
export function readKey(keys: Keys, isAfterGo: boolean): KeyWish | null {
  if (isPaletteKey(keys)) return { kind: 'palette' };
  if (keys.ctrlKey || keys.metaKey || keys.altKey || keys.repeat) return null;
  const letter = keys.key.toLowerCase();
  if (isAfterGo && /^[a-z]$/.test(letter)) return { kind: 'page', letter };
  return WISHES[letter] ?? null;
}

/** Whether what is pressed now is text: the focus is in a field, a menu that jumps by letters, a grid’s cell, or a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const inField = target.closest(
    'input, textarea, select, [contenteditable], [role="menu"], [data-takes-letters], dialog',
  );
  return inField !== null;
}
