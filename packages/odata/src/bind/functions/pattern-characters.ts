import { notSupported, type Reader, refused } from './pattern-reader.ts';

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const CODES = /(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|c([a-z]))/iy;

/** The character that is written with a backslash, of which the reader stands behind. */
export function escapedCharacter(reader: Reader): string {
  const { pattern, position } = reader;
  const letter = pattern[reader.at] ?? '';
  const control = CONTROLS[letter];
  CODES.lastIndex = reader.at;
  const [code, hex, short, long, caret] = control === undefined ? (CODES.exec(pattern) ?? []) : [];
  const digits = hex ?? short ?? long;
  reader.at += code?.length ?? 1;
  if (control !== undefined) return String.fromCharCode(control);
  if (caret !== undefined) return String.fromCharCode(caret.charCodeAt(0) % 32);
  if (digits !== undefined && Number.parseInt(digits, 16) <= 0x10ffff) {
    return String.fromCodePoint(Number.parseInt(digits, 16));
  }
  if (/^[1-9k]$/.test(letter)) throw notSupported('references to groups are', position);
  if (/^p$/i.test(letter)) throw notSupported('Unicode properties are', position);
  if (/^[^\p{L}\p{N}]$/u.test(letter)) return letter;
  throw refused(`"\\${letter}" is no escape`, position);
}

/** One character for itself, wherever it stands. */
export function literal(character: string, { position }: Reader): string {
  if (character === '\0' || /^[\ud800-\udfff]$/.test(character)) {
    throw refused('No stored text holds such a character', position);
  }
  return /^[\p{L}\p{N}\s_]$/u.test(character) || character.charCodeAt(0) > 127 ? character : `\\${character}`;
}
