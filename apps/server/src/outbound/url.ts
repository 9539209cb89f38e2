import { refusedValue } from '../refusal.ts';
import { addressesOf, hostOf, InsideAddressError, type Reach } from './guard.ts';

/** Reads an address that a person gave the server to go to: http or https, without user and password. DbValidationError naming `url`. */
export function readUrl(text: string): URL {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refusedValue('url', 'must be an address that begins with https:// or http://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw refusedValue('url', 'must hold no user and password.');
  }
  url.hash = '';
  return url;
}

/**
 * Refuses an address that no request would go to, saying what would be right (DbValidationError). A name that cannot
 * be looked up just now is taken: each request looks again.
 */
export async function checkReachable(url: URL, reach: Reach): Promise<void> {
  try {
    await addressesOf(url, reach);
  } catch (error) {
    if (error instanceof InsideAddressError) {
      const right = 'name a public one, or let the operator set STINT_WEBHOOK_PRIVATE_ADDRESSES=1';
      throw refusedValue('url', `${error.message}; ${right}.`);
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOTFOUND')
      throw refusedValue('url', `there is no host ${hostOf(url)}.`);
  }
}
