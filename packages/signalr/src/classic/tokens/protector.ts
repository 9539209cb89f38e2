import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What a token is for; one made for another purpose is refused. */
export type Purpose = 'connection' | 'groups';

/** Makes tokens that clients can neither read nor forge. */
export interface Protector {
  protect(purpose: Purpose, text: string): string;
  /** The text of a token, undefined when it was not made by a protector of the same secret for the same purpose. */
  unprotect(purpose: Purpose, token: string): string | undefined;
}

const nonceBytes = 12;
const tagBytes = 16;
const shortestSecret = 32;
/** Longest token that is looked at; one with 1000 groups of usual names is shorter. */
const longestToken = 64 * 1024;

/**
 * Tokens by AES-256-GCM with a key for each purpose; the tag is compared in constant time. All processes that serve the
 * same clients need the same secret. Throws RangeError when it has fewer than 32 bytes.
 */
export function createProtector(secret: Uint8Array): Protector {
  if (secret.length < shortestSecret)
    throw new RangeError(`The secret needs at least ${String(shortestSecret)} bytes.`);
  const keys = { connection: keyFor(secret, 'connection'), groups: keyFor(secret, 'groups') };
  return {
    protect(purpose, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keys[purpose], nonce);
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    unprotect(purpose, token) {
      if (token.length > longestToken || !/^[\w-]+$/.test(token)) return undefined;
      return open(keys[purpose], Buffer.from(token, 'base64url'));
    },
  };
}

function keyFor(secret: Uint8Array, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `signalr classic ${purpose} token`, 32));
}

function open(key: Buffer, sealed: Buffer): string | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
