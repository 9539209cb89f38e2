import { hkdfSync, randomBytes } from 'node:crypto';
import type { Environment } from '../../environment.ts';

const BYTES = 32;

/**
 * What keeps tokens of classic connections from being forged, the same in all processes and after a restart. Where an
 * installation has no secret key it is random: then classic clients of a restarted server connect anew.
 */
export function connectionKey({ secretKey }: Pick<Environment, 'secretKey'>): Uint8Array {
  if (secretKey === null) return randomBytes(BYTES);
  return new Uint8Array(hkdfSync('sha256', Buffer.from(secretKey, 'hex'), '', 'hub connections', BYTES));
}
