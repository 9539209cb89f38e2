import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** First byte of everything sealed, so that another form can be told from this one. */
const FORM = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** Something sealed cannot be opened: another key, another owner, or changed bytes. */
export class SealBrokenError extends Error {}

/**
 * Seals a secret with AES-256-GCM for its owner, such as an organization's id: copied to another owner's row it cannot be opened.
 * @param key 32 bytes
 */
export function seal(key: Buffer, owner: string, secret: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([FORM]), iv, cipher.getAuthTag(), sealed]);
}

/** Opens what {@link seal} has sealed; SealBrokenError when it does not fit. */
export function unseal(key: Buffer, owner: string, sealed: Buffer): string {
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORM) throw new SealBrokenError('This is nothing sealed.');
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(1, 1 + IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SealBrokenError('The seal does not fit this key and owner.', { cause: error });
  }
}
