import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new random secret of 256 bits, as URL-safe text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a random secret. Not for passwords, which have too little entropy for a plain hash. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** The token that a page sends beside the session cookie: known only to whoever can read the session's answers. */
export function csrfTokenOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('csrf').digest('base64url');
}

/** Compares two texts in a time that does not tell where they differ. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(hashSecret(one), hashSecret(other));
}
