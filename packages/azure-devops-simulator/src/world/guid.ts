import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same name (name-based, RFC 9562 version 8). */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(`stint-simulator:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
