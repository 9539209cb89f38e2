import { crc32 } from './crc32.ts';

/** Writes a value as one line of the journal: checksum, a space, JSON, a line feed. */
export function lineOf(value: unknown): string {
  const text = JSON.stringify(value);
  return `${checksum(text)} ${text}\n`;
}

/** What a journal's text holds: every record whose checksum is right, and whether the rest is more than an unfinished last line. */
export interface JournalText {
  readonly records: readonly unknown[];
  readonly isDamaged: boolean;
  /** Whether the last line was being written when the app was ended; it was never shown as saved. */
  readonly isTorn: boolean;
}

/** Reads a journal. A process that is killed while it writes leaves a torn last line, which is no damage. */
export function readLines(text: string): JournalText {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const read = lines.map(valueOf);
  return {
    records: read.flatMap((each) => (each.ok ? [each.value] : [])),
    isDamaged: read.some((each) => !each.ok),
    isTorn: last !== '',
  };
}

function valueOf(line: string): { ok: true; value: unknown } | { ok: false } {
  const text = line.slice(9);
  if (line[8] !== ' ' || line.slice(0, 8) !== checksum(text)) return { ok: false };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function checksum(text: string): string {
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}
