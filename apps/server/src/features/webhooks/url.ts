import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { refusedValue } from '../../refusal.ts';
import { isPublicAddress } from './addresses.ts';

/** Finds every address of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** As the machine resolves names: DNS and its hosts file. */
export const resolveHost: Resolve = (host) => lookup(host, { all: true });

/** A host has an address to which nothing may be sent. */
export class InsideAddressError extends Error {}

/** The host of an address, an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * The addresses that a request to this URL may go to. InsideAddressError when any of them is none of the public internet
 * and `allowInside` is false; errors of `resolve` for unknown names.
 */
export async function addressesOf(
  url: URL,
  { resolve, allowInside }: { resolve: Resolve; allowInside: boolean },
): Promise<LookupAddress[]> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }];
  const inside = addresses.find(({ address }) => !isPublicAddress(address));
  if (allowInside || inside === undefined) return addresses;
  const which = inside.address === host ? host : `${host} is ${inside.address}, which`;
  throw new InsideAddressError(`${which} is no address of the public internet`);
}

/** Reads the address of a webhook: http or https, without user and password. DbValidationError naming `url`. */
export function readUrl(text: string): URL {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refusedValue('url', 'must be an address such as https://hooks.example.com/stint.');
  }
  if (url.username !== '' || url.password !== '') {
    throw refusedValue(
      'url',
      'must hold no user and password: whoever receives an event checks its signature.',
    );
  }
  url.hash = '';
  return url;
}

/**
 * Refuses an address that nothing would be sent to, saying what would be right (DbValidationError). A name that cannot
 * be looked up just now is taken: each delivery looks again.
 */
export async function checkReachable(
  url: URL,
  options: { resolve: Resolve; allowInside: boolean },
): Promise<void> {
  try {
    await addressesOf(url, options);
  } catch (error) {
    if (error instanceof InsideAddressError) {
      const right = 'name a public one, or let the operator set STINT_WEBHOOK_PRIVATE_ADDRESSES=1';
      throw refusedValue('url', `${error.message}; ${right}.`);
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOTFOUND')
      throw refusedValue('url', `there is no host ${hostOf(url)}.`);
  }
}

/** What may stand in records: query strings often hold secrets. */
export function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
