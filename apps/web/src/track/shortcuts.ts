/** What a key asks of the clock. */
export type Shortcut = 'new' | 'stop' | 'continue';

const KEYS: Readonly<Record<string, Shortcut>> = { n: 'new', s: 'stop', c: 'continue' };

/** The keys as a keyboard event tells them. */
export type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** Reads a key as a shortcut (product.md, Time pages: N new, S stop, C continue); keys with Ctrl, Alt or Cmd are the browser's. */
export function shortcutOf(keys: Keys): Shortcut | null {
  if (keys.ctrlKey || keys.metaKey || keys.altKey || keys.repeat) return null;
  return KEYS[keys.key.toLowerCase()] ?? null;
}

/** Whether what is pressed now is text: the focus is in a field, a menu that jumps by letters, or a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const inField = target.closest('input, textarea, select, [contenteditable], [role="menu"], dialog');
  return inField !== null;
}
