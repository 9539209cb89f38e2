/**
 * A key with what is held down with it, in this order: `Ctrl+Alt+Shift+ArrowUp`. Ctrl stands for Cmd too, letters are capital, and Shift is
 * left out where it only makes a sign, as of `?`.
 */
export type Chord = string;

/** The keys of a place by what they do. Who reads keys reads them here, and the list of keys shows them from here: a key stands once. */
export type KeyTable<Act extends string> = Readonly<Record<Act, readonly Chord[]>>;

/** The keys as a keyboard event tells them. */
export type PressedKeys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What is pressed, as a table writes it. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKeys): Chord {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  const isSign = key.length === 1 && !/[\p{L}\d ]/u.test(key);
  const parts = [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift', name];
  return parts.filter(Boolean).join('+');
}

/** What a key does by this table; null for nothing. */
export function actOf<Act extends string>(table: KeyTable<Act>, keys: PressedKeys): Act | null {
  const chord = chordOf(keys);
  const found = Object.entries<readonly Chord[]>(table).find(([, chords]) => chords.includes(chord));
  return found ? (found[0] as Act) : null;
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** What stands on the keys: what is held once, then each key that does it. Ways with other keys held than the first are not told. */
export function capsOf(chords: readonly Chord[]): string[] {
  const ways = chords.map((chord) => chord.split('+'));
  const held = ways[0]?.slice(0, -1) ?? [];
  const told = ways.filter((way) => way.slice(0, -1).join('+') === held.join('+'));
  return [...held, ...told.map((way) => way.at(-1) ?? '')].map((key) => CAPS[key] ?? key);
}
