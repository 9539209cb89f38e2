import { ProtocolError } from '../protocol-error.ts';

/** The longest length prefix; it holds 31 bits. */
const MOST_BYTES = 5;

/** Bytes of a length prefix. */
export function varintSize(value: number): number {
  let size = 1;
  for (let left = value >>> 7; left > 0; left >>>= 7) size += 1;
  return size;
}

/** Writes a length prefix, lowest seven bits first; returns where it ends. */
export function writeVarint(target: Buffer, value: number): number {
  let left = value;
  let at = 0;
  while (left > 0x7f) {
    target[at++] = (left & 0x7f) | 0x80;
    left >>>= 7;
  }
  target[at++] = left;
  return at;
}

/** Reads one; null while it is not complete. Throws a ProtocolError for what is longer than 2 GB. */
export function readVarint(
  data: Buffer,
  from: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let count = 0; count < MOST_BYTES; count += 1) {
    const byte = data[from + count];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * count);
    if (byte > 0x7f) continue;
    if (value > 0x7fff_ffff) break;
    return { value, next: from + count + 1 };
  }
  throw new ProtocolError('Messages over 2GB in size are not supported.');
}
