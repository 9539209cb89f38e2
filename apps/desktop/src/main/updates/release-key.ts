import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Tells whether a text was signed with the key whose public half was built into this app; null when none was, so that the app is
 * never updated.
 */
export function readReleaseKey(file: string): ((text: string, signature: string) => boolean) | null {
  try {
    const key = createPublicKey(readFileSync(file));
    if (key.asymmetricKeyType !== 'ed25519') return null;
    return (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return null;
  }
}
