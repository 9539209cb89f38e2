import type { PairedPerson } from './pairing-flow.ts';

/**
 * The id of a pairing: the same whenever the same person pairs with the same organization of the same server, so that what was kept for it
 * is found again when the list of pairings was lost.
 */
export async function pairingIdOf({ address, accountId, personId }: PairedPerson): Promise<string> {
  const text = [address.baseUrl, address.collection?.toLowerCase(), accountId, personId].join('\n');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
